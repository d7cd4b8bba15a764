import { type ReactElement } from 'react';
import { Checkbox, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComparablePolicy, CompareView } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { CompareList, CompareMatrix } from '../components/compare-topics.tsx';
import css from '../components/compare.module.css';

const route = getRouteApi('/policy/compare');

/** Our policy beside other councils' and the national employer standard, topic by topic, in each one's own units. */
export function ComparePage(): ReactElement {
  const search = route.useSearch();
  const trpc = useTRPC();
  const chosen = search.with === undefined ? null : search.with.split(',').filter((id) => id !== '' && id !== 'none');
  const compared = useQuery(
    trpc.policy.compare.queryOptions(
      { with: chosen, against: search.against },
      { staleTime: 10 * 60_000, placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <PageHeading
        title="Compare policies"
        above={<Link to="/policy">Practice and policy</Link>}
        lead="What each council’s policy and the national employer standard ask, in their own units. Only policies are compared; nothing about any council’s people or children is read."
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
        Each mark tells a policy against {nameInText(view.base)}: <span>↑ stricter</span> <span>↓ looser</span>{' '}
        <span>= equal</span> <span>≠ differs, and nobody can say which asks more</span> <span>— doesn’t say</span>
      </p>
      {view.compared.length === 0 ? (
        <Empty title="Nothing chosen">Choose at least one policy above to lay it beside yours.</Empty>
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
    const usual = view.others.filter(({ kind }) => kind !== 'version');
    const isAll = ids.length === usual.length && usual.every(({ id }) => ids.includes(id));
    const text = isAll ? undefined : ids.length === 0 ? 'none' : ids.join(',');
    const against = ids.includes(search.against ?? '') ? search.against : undefined;
    void navigate({ search: { ...search, with: text, against }, replace: true, resetScroll: false });
  };
  return (
    <Stack gap="md" mb="md" className="no-print">
      <Checkbox.Group label={`Compare ${view.ours.council} with`} value={chosen} onChange={choose}>
        <Group gap="md" mt="xs">
          {view.others.map(({ id, council }) => (
            <Checkbox key={id} value={id} label={council} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group justify="space-between" align="end" gap="md">
        <Against view={view} />
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
    </Stack>
  );
}

/** Against which of them the others are told: ours, the standard, or another one. */
function Against({ view }: { readonly view: CompareView }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Select
      label="Tell stricter and looser against"
      allowDeselect={false}
      w="min(100%, 24rem)"
      value={view.base.id}
      onChange={(id) =>
        void navigate({
          search: { ...search, against: id === view.ours.id ? undefined : (id ?? undefined) },
          replace: true,
          resetScroll: false,
        })
      }
      data={[view.ours, ...view.compared].map((policy) => ({
        value: policy.id,
        label: policy.kind === 'ours' ? `${policy.council} (ours)` : policy.council,
      }))}
    />
  );
}

function nameInText({ kind, council }: ComparablePolicy): string {
  return kind === 'standard' ? `the ${council.charAt(0).toLowerCase()}${council.slice(1)}` : council;
}
