import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function LogSupervisionPage(): ReactElement {
  return <PageHeading title="LogSupervision" />;
}
