import { useRef, useState, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FactRow, SubjectView } from '@plumbline/analytics/compliance';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { FactForm, type FactEntry } from '../components/fact-form.tsx';
import { FactValues } from '../components/fact-values.tsx';
import { KindChooser } from '../components/kind-chooser.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { EMPTY_DRAFT, withEntry, type Draft } from '../model/draft.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { capitalised, kindFromAddress, ONE_OF_KIND, withArticle } from '../model/kind-words.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { sentValues } from '../../../parts/form/sent-values.ts';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';

const route = getRouteApi('/records/new');

/** Adds one fact by hand. */
export function RecordFactPage(): ReactElement {
  const { kind: named, subject: subjectId } = route.useSearch();
  const kind = kindFromAddress(named);
  const trpc = useTRPC();
  const subject = useQuery(
    trpc.subject.view.queryOptions({ subjectId: subjectId ?? '' }, { enabled: subjectId !== undefined && kind !== null }),
  );
  if (kind === null || kind === 'session') {
    return (
      <>
        <PageHeading title="Add by hand" lead="Choose what you want to add." above={<TextLink to="/records">Records</TextLink>} />
        <KindChooser />
      </>
    );
  }
  if (subjectId !== undefined && subject.isPending) return <PageSkeleton label="Opening the form" />;
  return <RecordForm key={kind} kind={kind} start={startFor(kind, subjectId, subject.data)} />;
}

/** The first field that names a person or child is filled where the page came from one. */
function startFor(kind: FactKindName, subjectId: string | undefined, view: SubjectView | undefined): Draft {
  const label = view?.person?.person.label ?? view?.child?.subject.label;
  if (subjectId === undefined || label === undefined) return EMPTY_DRAFT;
  const field = fieldsOf(kind).find((candidate) => candidate.control === (view?.person === null ? 'child' : 'person'));
  return field === undefined ? EMPTY_DRAFT : withEntry(EMPTY_DRAFT, field.name, subjectId, label);
}

function RecordForm({ kind, start }: { readonly kind: FactKindName; readonly start: Draft }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState<{ row: FactRow; names: FactEntry['names'] } | null>(null);
  const [form, setForm] = useState(0);
  const key = useRef(newIdempotencyKey());
  const record = useMutation(trpc.facts.record.mutationOptions());
  const undo = useMutation(trpc.facts.withdraw.mutationOptions());
  const refusal = record.error === null ? null : refusalOf(record.error);

  function save({ values, names, because }: FactEntry): void {
    record.mutate(
      { kind, values: sentValues(values), because, idempotencyKey: key.current },
      {
        onSuccess: (row) => {
          setSaved({ row, names });
          void queryClient.invalidateQueries();
        },
      },
    );
  }

  function startAgain(): void {
    key.current = newIdempotencyKey();
    record.reset();
    undo.reset();
    setSaved(null);
    setForm(form + 1);
  }

  function takeBack(row: FactRow): void {
    undo.mutate(
      { factId: row.id, baseVersion: row.version, because: 'Undone right after recording', idempotencyKey: newIdempotencyKey() },
      { onSuccess: () => void queryClient.invalidateQueries() },
    );
  }

  const one = ONE_OF_KIND[kind];
  return (
    <>
      <PageHeading
        title={`Add ${withArticle(kind)}`}
        lead={kindOf(kind).help}
        above={
          <>
            <TextLink to="/records">Records</TextLink> ›{' '}
            <TextLink to="/records" search={{ kind }}>
              {kindOf(kind).title}
            </TextLink>
          </>
        }
      />
      {saved === null && (
        <FactForm
          key={form}
          kind={kind}
          start={start}
          submitLabel={`Save ${one}`}
          isSaving={record.isPending}
          refusedFields={refusal?.fields ?? {}}
          onSave={save}
        >
          {refusal !== null && <RefusalNotice refusal={refusal} />}
        </FactForm>
      )}
      {saved !== null && undo.isSuccess && (
        <SavedNotice title="Taken back: nothing is recorded" actions={<Button onClick={startAgain}>Add another</Button>} />
      )}
      {saved !== null && !undo.isSuccess && (
        <SavedNotice
          title={`${capitalised(one)} saved. What is due was worked out again.`}
          onUndo={() => takeBack(saved.row)}
          isUndoing={undo.isPending}
          actions={
            <>
              <Button onClick={startAgain}>Add another</Button>
              <ButtonLink variant="default" to="/records/$factId" params={{ factId: saved.row.id }}>
                Open it
              </ButtonLink>
            </>
          }
        >
          <FactValues row={{ ...saved.row, labels: { ...saved.names, ...saved.row.labels } }} />
          {undo.isError && <RefusalNotice refusal={refusalOf(undo.error)} />}
        </SavedNotice>
      )}
    </>
  );
}
