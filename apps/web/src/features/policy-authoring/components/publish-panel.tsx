import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, Checkbox, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PublicationRefusal } from '@plumbline/analytics/compliance';
import { dateInWords, dateWithWeekday, listInWords, instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { type FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { DateField } from '../../../parts/form/date-field.tsx';
import { isPast, readOffer, type OfferDraft } from '../model/check-offer.ts';
import { countRemarks } from '../model/remarks.ts';
import css from './draft.module.css';
import { Refusals } from './publication-refusals.tsx';
import type { LoadedDraft } from '../model/outputs.ts';

interface PublishPanelProps {
  readonly draft: LoadedDraft;
  /** Saves what still waits; null where it could not be. */
  readonly saveNow: () => Promise<number | null>;
  readonly onChanged: () => void;
  readonly onPublished: () => void;
}

/** From a draft to a version in force: offered by whoever wrote it, published by a second person. */
export function PublishPanel(props: PublishPanelProps): ReactElement {
  const { draft } = props;
  return (
    <Stack gap="lg" className={css['form'] ?? ''}>
      <Title order={2}>Publish</Title>
      {draft.state === 'offered' && draft.offer !== null ? <Offered {...props} offer={draft.offer} /> : <OfferForm {...props} />}
    </Stack>
  );
}

function OfferForm({ draft, saveNow, onChanged }: PublishPanelProps): ReactElement {
  const trpc = useTRPC();
  const formId = useId();
  const { today } = useMe();
  const offer = useMutation(trpc.policyDrafts.offer.mutationOptions({ onSuccess: onChanged }));
  const [typed, setTyped] = useState<OfferDraft>({
    version: draft.suggestedVersion ?? '',
    validFrom: dateInWords(today),
    note: '',
    because: '',
  });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const { toMend } = countRemarks(draft.remarks);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = readOffer(typed, today);
    setProblems('problems' in read ? read.problems : []);
    if ('problems' in read) return setTries(tries + 1);
    const version = await saveNow();
    if (version === null) return undefined;
    return offer.mutate({ draftId: draft.id, baseVersion: version, ...read.offer, idempotencyKey: newIdempotencyKey() });
  }

  const text = (name: keyof OfferDraft) => ({
    id: fieldId(formId, name),
    value: typed[name],
    error: problemOfEntry(problems, name),
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });

  return (
    <PlainForm onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text>
          A second person looks at it and publishes it: somebody who has not worked on it. Until they have decided, nobody changes
          it.
        </Text>
        {toMend > 0 && (
          <Alert
            variant="light"
            color="var(--pl-status-overdue)"
            title={toMend === 1 ? 'One thing is to be mended first' : `${toMend} things are to be mended first`}
          >
            They stand under Findings. The draft can be offered as it is, and will be refused while they are there.
          </Alert>
        )}
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {offer.isError && <RefusalNotice refusal={refusalOf(offer.error)} />}
        <TextInput
          label="Number of the version"
          description="Three numbers. The one that is offered follows from what has changed."
          maw="12rem"
          required
          {...text('version')}
        />
        <DateField
          id={fieldId(formId, 'validFrom')}
          label="Holds from"
          help="Today or later. What is open on that day keeps its date."
          value={typed.validFrom}
          today={today}
          error={problemOfEntry(problems, 'validFrom')}
          onChange={(validFrom) => setTyped({ ...typed, validFrom })}
        />
        {isPast(typed.validFrom, today) && (
          <Textarea
            label="Why from a day in the past"
            description="Only where the council’s own policy has held since then. What was due since that day is worked out anew; how it was known before stays as it was."
            autosize
            minRows={2}
            maxLength={500}
            required
            {...text('because')}
          />
        )}
        <Textarea
          label="What changes, and why"
          description="Everybody reads this when they are asked to read the new version."
          autosize
          minRows={3}
          maxLength={2000}
          required
          {...text('note')}
        />
        <Group>
          <Button type="submit" loading={offer.isPending}>
            Offer it for publishing
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}

function Offered({
  draft,
  offer,
  onChanged,
  onPublished,
}: PublishPanelProps & { readonly offer: NonNullable<LoadedDraft['offer']> }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [approves, setApproves] = useState(false);
  const [refusals, setRefusals] = useState<readonly PublicationRefusal[]>([]);
  const back = useMutation(trpc.policyDrafts.takeBack.mutationOptions({ onSuccess: onChanged }));
  const publish = useMutation(
    trpc.policyDrafts.publish.mutationOptions({
      onSuccess: (outcome) => {
        if (!outcome.isPublished) return setRefusals(outcome.refusals);
        void queryClient.invalidateQueries();
        return onPublished();
      },
    }),
  );
  const asked = { draftId: draft.id, baseVersion: draft.version };
  return (
    <Stack gap="md">
      <Text>
        Offered by {offer.by.name} on {instantInWords(offer.at)}, as version {offer.version}, to hold from{' '}
        {dateWithWeekday(offer.validFrom)}.
      </Text>
      {offer.because !== null && <Text>From a day in the past, because: {offer.because}</Text>}
      <Text>{offer.note}</Text>
      <Text c="dimmed">Worked on by {listInWords(draft.editors.map(({ name }) => name))}.</Text>
      {publish.isError && <RefusalNotice refusal={refusalOf(publish.error)} />}
      {back.isError && <RefusalNotice refusal={refusalOf(back.error)} />}
      <Refusals refusals={refusals} />
      {draft.hindrance === null ? (
        <>
          <Readings draft={draft} approves={approves} onApprove={setApproves} />
          {publish.isPending && (
            <Text component="output" display="block">
              Publishing, and working out what is due for everybody. This can take a minute in a large council.
            </Text>
          )}
          <Group>
            <Button
              loading={publish.isPending}
              onClick={() => publish.mutate({ ...asked, approvesReadings: approves, idempotencyKey: newIdempotencyKey() })}
            >
              Publish version {offer.version} from {dateInWords(offer.validFrom)}
            </Button>
            <Button
              variant="default"
              loading={back.isPending}
              onClick={() => back.mutate({ ...asked, idempotencyKey: newIdempotencyKey() })}
            >
              Send it back
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Text>{HINDRANCES[draft.hindrance]}</Text>
          <Group>
            <Button
              variant="default"
              loading={back.isPending}
              onClick={() => back.mutate({ ...asked, idempotencyKey: newIdempotencyKey() })}
            >
              Take it back to work on it
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

const HINDRANCES: Readonly<Record<NonNullable<LoadedDraft['hindrance']>, string>> = {
  'worked-on-it':
    'You have worked on this draft, so somebody else publishes it: a service manager, or another principal social worker.',
  'not-offered': 'It has not been offered for publishing.',
  'no-permission': 'You may not publish versions of the policy.',
};

function Readings({
  draft,
  approves,
  onApprove,
}: {
  readonly draft: LoadedDraft;
  readonly approves: boolean;
  readonly onApprove: (approves: boolean) => void;
}): ReactElement | null {
  const open = openReadings(draft.pack);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-readings">
      <Title order={3} id="open-readings">
        {open.length === 1 ? 'One reading that nobody has approved' : `${open.length} readings that nobody has approved`}
      </Title>
      <details>
        <summary>Read them</summary>
        <ul className={css['plainList']}>
          {open.map(({ id, question, reading }) => (
            <li key={id}>
              <strong>{id}</strong> {question} <Text span>{reading}</Text>
            </li>
          ))}
        </ul>
      </details>
      <Checkbox
        mt="sm"
        label="I have read them and approve them, in my name and as of today"
        checked={approves}
        onChange={(event) => onApprove(event.currentTarget.checked)}
      />
    </section>
  );
}

interface OpenReading {
  readonly id: string;
  readonly question: string;
  readonly reading: string;
}

function openReadings(pack: unknown): OpenReading[] {
  const readings = (pack as { interpretations?: unknown } | null)?.interpretations;
  if (!Array.isArray(readings)) return [];
  return (readings as (OpenReading & { approvedBy?: unknown; approvedOn?: unknown })[]).filter(
    (one) => typeof one?.id === 'string' && (typeof one.approvedBy !== 'string' || typeof one.approvedOn !== 'string'),
  );
}
