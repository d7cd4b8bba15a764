import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function TeamPage(): ReactElement {
  return <PageHeading title="Team" />;
}
