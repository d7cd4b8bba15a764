import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function FactsPage(): ReactElement {
  return <PageHeading title="Facts" />;
}
