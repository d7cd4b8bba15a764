import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function PolicyPage(): ReactElement {
  return <PageHeading title="Policy" />;
}
