import { type ReactElement } from 'react';
import { Checkbox, Group, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CompareView } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { CompareList, CompareMatrix } from '../components/compare-topics.tsx';
import css from '../components/compare.module.css';

const route = getRouteApi('/policy/compare');

/** Our policy beside other councils', topic by topic, in each one's own units. */
export function ComparePage(): ReactElement {
  const search = route.useSearch();
  const trpc = useTRPC();
  const chosen = search.with === undefined ? null : search.with.split(',').filter((id) => id !== '' && id !== 'none');
  const compared = useQuery(
    trpc.policy.compare.queryOptions({ with: chosen }, { staleTime: 10 * 60_000, placeholderData: keepPreviousData }),
  );
  return (
    <>
      <PageHeading
        title="Compare policies"
        above={<Link to="/policy">Practice and policy</Link>}
        lead="What each council’s policy asks, in its own units. Only policies are compared; nothing about any council’s people or children is read."
      />
      {compared.isPending && <PageSkeleton label="Comparing the policies" />}
      {compared.isError && (
        <Problem error={compared.error} what="The policies could not be compared" onRetry={() => void compared.refetch()} />
      )}
      {compared.data !== undefined && <Compared view={compared.data} />}
    </>
  );
}

function Compared({ view }: { readonly view: CompareView }): ReactElement {
  const { as } = route.useSearch();
  return (
    <>
      <Choices view={view} />
      <p className={css['key']}>
        Each mark tells the other council against {view.ours.council}: <span>↑ stricter</span> <span>↓ looser</span>{' '}
        <span>= equal</span> <span>≠ differs, and nobody can say which asks more</span> <span>— doesn’t say</span>
      </p>
      {view.compared.length === 0 ? (
        <Empty title="No council chosen">Choose at least one council above to lay its policy beside yours.</Empty>
      ) : as === 'list' ? (
        <CompareList view={view} />
      ) : (
        <CompareMatrix view={view} />
      )}
    </>
  );
}

function Choices({ view }: { readonly view: CompareView }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = view.compared.map(({ id }) => id);
  const choose = (ids: readonly string[]): void => {
    const councils = view.others.filter(({ id }) => !id.startsWith('version-'));
    const isAll = ids.length === councils.length && councils.every(({ id }) => ids.includes(id));
    const text = isAll ? undefined : ids.length === 0 ? 'none' : ids.join(',');
    void navigate({ search: { ...search, with: text }, replace: true, resetScroll: false });
  };
  return (
    <Group justify="space-between" align="end" mb="md" className="no-print">
      <Checkbox.Group label={`Compare ${view.ours.council} with`} value={chosen} onChange={choose}>
        <Group gap="md" mt="xs">
          {view.others.map(({ id, council }) => (
            <Checkbox key={id} value={id} label={council} />
          ))}
        </Group>
      </Checkbox.Group>
      <SegmentedControl
        aria-label="Show as"
        value={search.as ?? 'matrix'}
        onChange={(as) =>
          void navigate({ search: { ...search, as: as === 'list' ? 'list' : undefined }, replace: true, resetScroll: false })
        }
        data={[
          { value: 'matrix', label: 'Matrix' },
          { value: 'list', label: 'List' },
        ]}
      />
    </Group>
  );
}
