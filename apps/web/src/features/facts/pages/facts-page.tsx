import { useState, type ReactElement } from 'react';
import { Pagination, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { kindOf, KINDS_BESIDE_THE_POLICY, type FactKindName } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { KindChooser } from '../components/kind-chooser.tsx';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { RecordsNavigation } from '../../../parts/records-navigation/records-navigation.tsx';
import { kindFromAddress, withArticle } from '../model/kind-words.ts';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';

const route = getRouteApi('/records');
const PAGE_ROWS = 50;

/** What is recorded, by kind: the place to look something up, add it or correct it by hand. */
export function FactsPage(): ReactElement {
  const kind = kindFromAddress(route.useSearch().kind);
  if (kind !== null) return <KindPage key={kind} kind={kind} />;
  return (
    <>
      <PageHeading
        title="Records"
        lead="Look up, add or correct by hand what a file can bring. Who said so, and when, is kept."
        above={<RecordsNavigation current="/records" />}
      />
      <KindChooser />
    </>
  );
}

function KindPage({ kind }: { readonly kind: FactKindName }): ReactElement {
  const { permissions, roles } = useMe();
  const add = permissions.includes('facts:record') ? (
    <ButtonLink to="/records/new" search={{ kind }}>
      Add {withArticle(kind)}
    </ButtonLink>
  ) : null;
  const { title, help } = kindOf(kind);
  const seesAll = roles.some((role) => WHOLE_COUNCIL.includes(role));
  return (
    <>
      <PageHeading title={title} lead={help} actions={add} above={<TextLink to="/records">Records</TextLink>} />
      {seesAll ? <AllOfKind kind={kind} /> : <KindOfOne kind={kind} />}
    </>
  );
}

/** Roles that see the records of the whole council; everybody else looks up one person or child at a time. */
const WHOLE_COUNCIL: readonly string[] = ['administrator', 'principal-social-worker'];

function AllOfKind({ kind }: { readonly kind: FactKindName }): ReactElement {
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [asked] = useDebouncedValue(text.trim(), 250);
  return (
    <Stack gap="md">
      <TextInput
        label="Find"
        description="Part of a name or of a reference number"
        value={text}
        maw="24rem"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setPage(1);
        }}
      />
      <Found kind={kind} text={asked} subjectId={null} page={page} onPage={setPage} />
    </Stack>
  );
}

function KindOfOne({ kind }: { readonly kind: FactKindName }): ReactElement {
  const [subject, setSubject] = useState<{ id: string; name: string }>({ id: '', name: '' });
  const [page, setPage] = useState(1);
  const about =
    kindOf(kind).subjects.find((named) => named.kind === 'person' || named.kind === 'child')?.kind ??
    (kind === 'agreed-interval' ? 'person' : null);
  if (KINDS_BESIDE_THE_POLICY.some((name) => name === kind))
    return (
      <Empty title="Shown with what else happened">
        {kindOf(kind).title} stand on a page of their own: <TextLink to="/events">what else happened</TextLink>.
      </Empty>
    );
  if (about === null)
    return (
      <Empty title="Kept by your administrator">
        {kindOf(kind).title} are about the whole council. Ask your administrator to add or correct one.
      </Empty>
    );
  return (
    <Stack gap="md">
      <SubjectPicker
        id="whose"
        kind={about === 'child' ? 'child' : 'person'}
        label={about === 'child' ? 'Which child' : 'Whose'}
        help="You see the records of people whom you supervise or manage, and of their children."
        value={subject.id}
        calledAs={subject.name}
        onChange={(id, name) => {
          setSubject({ id, name });
          setPage(1);
        }}
      />
      {subject.id !== '' && <Found kind={kind} text="" subjectId={subject.id} page={page} onPage={setPage} />}
    </Stack>
  );
}

interface FoundProps {
  readonly kind: FactKindName;
  readonly text: string;
  readonly subjectId: string | null;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Found({ kind, text, subjectId, page, onPage }: FoundProps): ReactElement {
  const trpc = useTRPC();
  const facts = useQuery(
    trpc.facts.list.queryOptions(
      { kind, subjectId, text: text === '' ? null : text, offset: (page - 1) * PAGE_ROWS },
      { placeholderData: keepPreviousData },
    ),
  );
  const { title } = kindOf(kind);
  if (facts.isPending) return <PageSkeleton label={`Loading ${title.toLowerCase()}`} />;
  if (facts.isError)
    return <Problem error={facts.error} what={`${title} could not be loaded`} onRetry={() => void facts.refetch()} />;
  const { rows, total } = facts.data;
  if (total === 0) return <NothingHere kind={kind} text={text} />;
  return (
    <>
      <FactsTable kind={kind} rows={rows} caption={total === 1 ? 'One entry' : `${total.toLocaleString('en-GB')} entries`} />
      {total > PAGE_ROWS && (
        <Pagination
          total={Math.ceil(total / PAGE_ROWS)}
          value={page}
          onChange={onPage}
          getControlProps={(control) => ({ 'aria-label': CONTROL_WORDS[control] })}
        />
      )}
    </>
  );
}

const CONTROL_WORDS = { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' } as const;

function NothingHere({ kind, text }: { readonly kind: FactKindName; readonly text: string }): ReactElement {
  if (text !== '')
    return (
      <Empty title={`Nothing found for “${text}”`}>
        Try a shorter part of the name or number, or clear the field to see everything of this kind that you may see.
      </Empty>
    );
  return (
    <Empty title="Nothing recorded yet">
      {kindOf(kind).help} Entries appear here once a file is imported or one is added by hand.
    </Empty>
  );
}
