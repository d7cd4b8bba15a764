import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function PersonPage(): ReactElement {
  return <PageHeading title="Person" />;
}
