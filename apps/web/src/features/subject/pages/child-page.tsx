import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function ChildPage(): ReactElement {
  return <PageHeading title="Child" />;
}
