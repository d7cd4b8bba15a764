import { useState, type ReactElement } from 'react';
import { Group, Pagination, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { KindChooser } from '../components/kind-chooser.tsx';
import { RecordsNavigation } from '../components/records-navigation.tsx';
import { kindFromAddress, withArticle } from '../model/kind-words.ts';
import { ButtonLink, TextLink } from '../components/text-link.tsx';

const route = getRouteApi('/records');
const PAGE_ROWS = 50;

/** What is recorded, by kind: the place to look something up, add it or correct it by hand. */
export function FactsPage(): ReactElement {
  const kind = kindFromAddress(route.useSearch().kind);
  if (kind !== null) return <KindPage key={kind} kind={kind} />;
  return (
    <>
      <PageHeading title="Records" lead="Look up, add or correct by hand what a file can bring. Who said so, and when, is kept." above={<RecordsNavigation current="/records" />} />
      <KindChooser />
    </>
  );
}

function KindPage({ kind }: { readonly kind: FactKindName }): ReactElement {
  const trpc = useTRPC();
  const mayRecord = useMe().permissions.includes('facts:record');
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [asked] = useDebouncedValue(text.trim(), 250);
  const facts = useQuery(trpc.facts.list.queryOptions({ kind, text: asked === '' ? null : asked, offset: (page - 1) * PAGE_ROWS }, { placeholderData: keepPreviousData }));
  const add = mayRecord ? <ButtonLink to="/records/new" search={{ kind }}>Add {withArticle(kind)}</ButtonLink> : null;
  const { title, help } = kindOf(kind);
  return (
    <>
      <PageHeading title={title} lead={help} actions={add} above={<TextLink to="/records">Records</TextLink>} />
      <Stack gap="md">
        <TextInput label="Find" description="Part of a name or of a reference number" value={text} maw="24rem" onChange={(event) => { setText(event.currentTarget.value); setPage(1); }} />
        {facts.isPending && <PageSkeleton label={`Loading ${title.toLowerCase()}`} />}
        {facts.isError && <Problem error={facts.error} what={`${title} could not be loaded`} onRetry={() => void facts.refetch()} />}
        {facts.isSuccess && facts.data.total === 0 && <NothingHere kind={kind} text={asked} />}
        {facts.isSuccess && facts.data.total > 0 && (
          <>
            <FactsTable kind={kind} rows={facts.data.rows} caption={facts.data.total === 1 ? 'One entry' : `${facts.data.total.toLocaleString('en-GB')} entries`} />
            {facts.data.total > PAGE_ROWS && <Group><Pagination total={Math.ceil(facts.data.total / PAGE_ROWS)} value={page} onChange={setPage} getControlProps={(control) => ({ 'aria-label': CONTROL_WORDS[control] })} /></Group>}
          </>
        )}
      </Stack>
    </>
  );
}

const CONTROL_WORDS = { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' } as const;

function NothingHere({ kind, text }: { readonly kind: FactKindName; readonly text: string }): ReactElement {
  if (text !== '') return <Empty title={`Nothing found for “${text}”`}>Try a shorter part of the name or number, or clear the field to see everything of this kind that you may see.</Empty>;
  return <Empty title="Nothing recorded yet">{kindOf(kind).help} Entries appear here once a file is imported or one is added by hand.</Empty>;
}
