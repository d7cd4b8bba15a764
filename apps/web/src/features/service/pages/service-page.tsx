import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function ServicePage(): ReactElement {
  return <PageHeading title="Service" />;
}
