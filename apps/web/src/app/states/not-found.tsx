import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { PageHeading } from '../layout/page-heading.tsx';
import { Empty } from './empty.tsx';

/** For an address that leads nowhere. */
export function NotFound(): ReactElement {
  return (
    <>
      <PageHeading title="Page not found" />
      <Empty title="There is no page at this address" action={<Link to="/">Go to Home</Link>}>
        The link may be old or mistyped. Everything can be reached from the bar at the top, or with Ctrl K.
      </Empty>
    </>
  );
}
