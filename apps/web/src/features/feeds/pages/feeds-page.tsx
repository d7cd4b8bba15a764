import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';

export function FeedsPage(): ReactElement {
  return <PageHeading title="Feeds" />;
}
