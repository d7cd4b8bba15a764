import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function MySupervisionPage(): ReactElement {
  return <PageHeading title="MySupervision" />;
}
