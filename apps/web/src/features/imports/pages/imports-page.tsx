import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function ImportsPage(): ReactElement {
  return <PageHeading title="Imports" />;
}
