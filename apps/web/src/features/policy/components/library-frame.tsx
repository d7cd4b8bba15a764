import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { LibraryView } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { libraryHits, type LibraryAddress } from '../model/library-hits.ts';
import { policySections } from '../model/policy-sections.ts';
import { ClauseList } from './clause-list.tsx';
import { LibraryList } from './library-list.tsx';
import { StatusBanners } from './status-banners.tsx';
import css from './policy.module.css';

interface LibraryFrameProps {
  readonly address: LibraryAddress;
  readonly title: string;
  /** What the browser tab says beside the title. */
  readonly tabTitle?: string;
  readonly above?: ReactNode;
  /** One thing is open by itself, whatever is looked for. */
  readonly isOpened?: boolean;
  /** Draws the page; while something is looked for, only what `isFound` says of its anchor. */
  readonly children: (view: LibraryView, isFound: (anchor: string) => boolean) => ReactNode;
}

/** Anchors on a page of what contains a text. */
function anchorsOn(address: LibraryAddress, view: LibraryView | undefined, find: string): ReadonlySet<string> {
  if (view === undefined) return new Set();
  return new Set(libraryHits(view, find).flatMap(({ page, id }) => (page === address ? [id] : [])));
}

/** A page beside the clauses: the same list and the same search on the left, what the page shows on the right. */
export function LibraryFrame({
  address,
  title,
  tabTitle = title,
  above,
  isOpened = false,
  children,
}: LibraryFrameProps): ReactElement {
  const { find = '' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const policy = useQuery(trpc.policy.view.queryOptions(undefined, { staleTime: 10 * 60_000 }));
  const library = useQuery(trpc.policy.library.queryOptions(undefined, { staleTime: 10 * 60_000 }));
  const sections = useMemo(() => policySections(policy.data?.rules ?? [], find), [policy.data, find]);
  const view = library.data;
  const found = useMemo(() => anchorsOn(address, library.data, find), [address, library.data, find]);
  return (
    <>
      <PageHeading
        title={title}
        tabTitle={`${tabTitle} · Policy`}
        above={above ?? <Link to="/policy">Practice and policy</Link>}
        lead={
          view === undefined
            ? ' '
            : `${view.title}. ${view.council}, version ${view.version}. Told in our words; the policy’s own text holds.`
        }
      />
      <div className={`${css['policy']} ${css['ruleFirst']}`}>
        <ClauseList
          sections={sections}
          find={find}
          isElsewhere
          beside={view === undefined ? null : <LibraryList view={view} find={find} current={address} />}
          onFind={(text) =>
            void navigate({ to: '.', search: (old) => ({ ...old, find: text }), replace: true, resetScroll: false })
          }
        />
        <div>
          {library.isPending && <PageSkeleton label="Loading" />}
          {library.isError && (
            <Problem error={library.error} what="This page could not be loaded" onRetry={() => void library.refetch()} />
          )}
          {view !== undefined && (
            <>
              <StatusBanners banners={view.banners} />
              {found.size === 0 && find !== '' && !isOpened ? (
                <Empty title="Nothing here matches">
                  Nothing on this page contains “{find}”. What was found elsewhere in the policy is in the list.
                </Empty>
              ) : (
                children(view, (anchor) => find === '' || found.has(anchor))
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}
