import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function HomePage(): ReactElement {
  return <PageHeading title="Home" />;
}
