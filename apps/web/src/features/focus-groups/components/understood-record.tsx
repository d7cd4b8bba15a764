import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { doubtWords, type ReadFile } from '@plumbline/analytics/focus-groups';
import { lostFrom, type FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import css from './focus-groups.module.css';
import { Counts, DayField } from './head-editor.tsx';
import { UnderstoodQuestion } from './understood-question.tsx';

type Edit = (change: (record: FocusGroupRecord) => FocusGroupRecord) => void;

/** What was understood of a file, to be looked over and mended before it is kept. */
export function UnderstoodRecord({ read }: { readonly read: ReadFile }): ReactElement {
  const [record, setRecord] = useState(read.record);
  const [isKept, setKept] = useState(false);
  useUnsaved(!isKept);
  const edit: Edit = (change) => setRecord(change);
  const lost = lostFrom(read.text, record);
  return (
    <Stack gap="xl">
      <section aria-labelledby="understood">
        <Title order={2} id="understood">
          What was understood
        </Title>
        <Text className="prose">
          {read.fileName}: {record.questions.length} questions, {supplementaryOf(record)} supplementary. For how many an answer
          speaks is only proposed, and nothing is taken over unless you say so. Whether anybody saw it otherwise was not recorded
          in the file.
        </Text>
        <Doubts read={read} />
        <Lost sentences={lost} />
      </section>
      <Head record={record} edit={edit} />
      <section aria-label="Questions">
        {record.questions.map((note, index) => (
          <UnderstoodQuestion
            key={note.id}
            note={note}
            number={index + 1}
            reading={read.readings.find(({ id }) => id === note.id) ?? null}
            edit={edit}
          />
        ))}
      </section>
      {(record.unplaced !== '' || read.record.unplaced !== '') && (
        <Textarea
          label="Belongs to no question"
          description="Kept with the record. Cut it out here and put it under a question where it belongs to one."
          autosize
          minRows={2}
          maw="48rem"
          value={record.unplaced}
          onChange={(event) => {
            const unplaced = event.currentTarget.value;
            edit((before) => ({ ...before, unplaced }));
          }}
        />
      )}
      <Keep read={read} record={record} onKept={() => setKept(true)} />
    </Stack>
  );
}

function supplementaryOf({ questions }: FocusGroupRecord): number {
  return questions.reduce((sum, { supplementary }) => sum + supplementary.length, 0);
}

function Doubts({ read }: { readonly read: ReadFile }): ReactElement | null {
  if (read.doubts.length === 0) return null;
  const nameOf = (id: string): string => `Question ${read.readings.find((reading) => reading.id === id)?.number ?? id}`;
  return (
    <Alert variant="light" color="orange" title="Look at these" mt="md" maw="52rem">
      <ul className={css['list']}>
        {read.doubts.map((doubt) => {
          const words = doubtWords(doubt, nameOf);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </Alert>
  );
}

/** Sentences of the file that stand nowhere any more: somebody may mean it, but never unawares. */
function Lost({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  return (
    <div aria-live="polite">
      {sentences.length === 0 ? (
        <Text mt="md">✓ Every sentence of the file stands somewhere below.</Text>
      ) : (
        <Alert
          variant="light"
          color="var(--pl-status-overdue)"
          mt="md"
          maw="52rem"
          title={
            sentences.length === 1
              ? 'One sentence of the file stands nowhere'
              : `${sentences.length} sentences of the file stand nowhere`
          }
        >
          <ul className={css['list']}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

const WORDS = [
  ['title', 'Title'],
  ['audience', 'Whom it was for'],
  ['facilitator', 'Facilitator'],
  ['noteTaker', 'Note-taker'],
  ['site', 'Place'],
] as const;

function Head({ record, edit }: { readonly record: FocusGroupRecord; readonly edit: Edit }): ReactElement {
  return (
    <section aria-labelledby="head">
      <Title order={2} id="head" mb="sm">
        About the group
      </Title>
      <Stack gap="md" maw="40rem">
        {WORDS.map(([field, label]) => (
          <TextInput
            key={field}
            label={label}
            value={record[field]}
            onChange={(event) => {
              const value = event.currentTarget.value;
              edit((before) => ({ ...before, [field]: value }));
            }}
          />
        ))}
        <DayField field="heldOn" label="Held on" record={record} edit={edit} />
        <DayField field="retainedUntil" label="Kept until" record={record} edit={edit} />
        <Counts field="present" label="Present" record={record} edit={edit} />
      </Stack>
    </section>
  );
}

interface KeepProps {
  readonly read: ReadFile;
  readonly record: FocusGroupRecord;
  readonly onKept: () => void;
}

function Keep({ read, record, onKept }: KeepProps): ReactElement {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const keep = useMutation(
    trpc.focusGroups.importRecord.mutationOptions({
      onSuccess: ({ groupId }) => {
        onKept();
        void queryClient.invalidateQueries();
        void navigate({ to: '/surveys/focus-groups/$groupId', params: { groupId }, ignoreBlocker: true });
      },
    }),
  );
  return (
    <Stack gap="xs">
      {keep.isError && <RefusalNotice refusal={refusalOf(keep.error)} />}
      <Group>
        <Button
          loading={keep.isPending}
          disabled={record.title.trim() === ''}
          onClick={() => keep.mutate({ record, source: { name: read.fileName, text: read.text }, idempotencyKey: key })}
        >
          Keep this record as written up
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        It is read by whoever runs and codes focus groups until those who were there have agreed to it, or you close the check.
      </Text>
    </Stack>
  );
}
