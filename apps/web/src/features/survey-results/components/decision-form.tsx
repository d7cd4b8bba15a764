import { useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DecisionRow, ResultsView } from '@plumbline/analytics/survey-results';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { DateField } from '../../../parts/form/date-field.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { fieldsOf, readEntry, SLIP_WORDS, type DecisionFields } from '../model/decision-fields.ts';
import { questionSections } from '../model/question-sections.ts';
import css from './results.module.css';

interface DecisionFormProps {
  readonly view: ResultsView;
  readonly row: DecisionRow | null;
  readonly onDone: () => void;
}

/** One entry: each step may be filled in when it has happened. */
export function DecisionForm({ view, row: shown, onDone }: DecisionFormProps): ReactElement {
  // As it was when the form was opened: what is loaded meanwhile must not lend its version to words that were written before it.
  const [row] = useState(shown);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [fields, setFields] = useState<DecisionFields>(() => fieldsOf(row?.entry ?? null));
  const [slips, setSlips] = useState<readonly string[]>([]);
  const [key, setKey] = useState(newIdempotencyKey);
  const save = useMutation(trpc.surveyDecisions.save.mutationOptions());
  useUnsaved(JSON.stringify(fields) !== JSON.stringify(fieldsOf(row?.entry ?? null)));

  function set(change: Partial<DecisionFields>): void {
    setFields((before) => ({ ...before, ...change }));
    setKey(newIdempotencyKey());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readEntry(fields, row?.entry ?? null, view.today);
    setSlips(read.slips);
    if (read.entry === null) return;
    save.mutate(
      {
        roundId: view.round.id,
        decisionId: row?.id ?? null,
        baseVersion: row?.version ?? 0,
        entry: { ...read.entry, questions: [...read.entry.questions], themes: [...read.entry.themes] },
        idempotencyKey: key,
      },
      {
        onSuccess: () => {
          void queryClient.invalidateQueries();
          onDone();
        },
      },
    );
  }

  return (
    <div className={css['decision']}>
      <PlainForm onSubmit={submit}>
        <Stack gap="md">
          {save.isError && <RefusalNotice refusal={refusalOf(save.error)} />}
          {slips.length > 0 && (
            <Alert role="alert" variant="light" color="orange" title="Something is missing">
              <ul>
                {slips.map((slip) => (
                  <li key={slip}>{SLIP_WORDS[slip] ?? slip}</li>
                ))}
              </ul>
            </Alert>
          )}
          <Textarea
            label="What was said"
            description="In the words of the results. No names, and nothing about a group that is not shown."
            autosize
            minRows={2}
            maxLength={800}
            value={fields.said}
            onChange={(event) => set({ said: event.currentTarget.value })}
          />
          <QuestionPicker view={view} fields={fields} set={set} />
          <Decided fields={fields} set={set} today={view.today} />
          {fields.decided === 'will' && <Steps fields={fields} set={set} today={view.today} />}
          <Group gap="sm">
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
            <Button variant="default" onClick={onDone}>
              Leave it as it was
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </div>
  );
}

interface PartProps {
  readonly fields: DecisionFields;
  readonly set: (change: Partial<DecisionFields>) => void;
  readonly today: string;
}

function Decided({ fields, set, today }: PartProps): ReactElement {
  return (
    <Stack gap="sm">
      <Radio.Group
        label="What was decided"
        value={fields.decided}
        onChange={(value) => set({ decided: value as DecisionFields['decided'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="not-yet" label="Nothing yet" />
          <Radio value="will" label="Something will be done" />
          <Radio value="will-not" label="We will not do this, because …" />
        </Stack>
      </Radio.Group>
      {fields.decided === 'will' && (
        <>
          <Textarea
            label="What will be done"
            autosize
            minRows={2}
            value={fields.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <TextInput
            label="By whom"
            description="A role is enough."
            value={fields.by}
            onChange={(event) => set({ by: event.currentTarget.value })}
          />
          <DateField
            id="by-when"
            label="By when"
            help=""
            value={fields.byWhen}
            today={today}
            error={undefined}
            onChange={(byWhen) => set({ byWhen })}
          />
        </>
      )}
      {fields.decided === 'will-not' && (
        <Textarea
          label="Because"
          autosize
          minRows={2}
          value={fields.because}
          onChange={(event) => set({ because: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function Steps({ fields, set, today }: PartProps): ReactElement {
  return (
    <>
      <Textarea
        label="What changed"
        description="Leave this empty until it has."
        autosize
        minRows={2}
        value={fields.changed}
        onChange={(event) => set({ changed: event.currentTarget.value })}
      />
      {fields.changed !== '' && (
        <DateField
          id="changed-on"
          label="Changed on"
          help=""
          value={fields.changedOn}
          today={today}
          error={undefined}
          onChange={(changedOn) => set({ changedOn })}
        />
      )}
      {fields.changed !== '' && (
        <Textarea
          label="What was found when it was checked again"
          description="Leave this empty until somebody has looked."
          autosize
          minRows={2}
          value={fields.checked}
          onChange={(event) => set({ checked: event.currentTarget.value })}
        />
      )}
      {fields.checked !== '' && (
        <DateField
          id="checked-on"
          label="Checked on"
          help=""
          value={fields.checkedOn}
          today={today}
          error={undefined}
          onChange={(checkedOn) => set({ checkedOn })}
        />
      )}
    </>
  );
}

/** What the entry is about: published questions, and themes of comments. */
function QuestionPicker({ view, fields, set }: Omit<PartProps, 'today'> & { readonly view: ResultsView }): ReactElement | null {
  if (view.latest === null) return null;
  const themes = view.comments.questions.flatMap((one) =>
    one.themes.flatMap(({ id, label }) => (id === null ? [] : [{ id, label }])),
  );
  const toggled = (list: readonly string[], one: string): string[] =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <details>
      <summary>Questions and themes it belongs to ({fields.questions.length + fields.themes.length})</summary>
      <Stack gap="xs" mt="xs">
        {themes.length > 0 && <Heading>Themes of comments</Heading>}
        {themes.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={fields.themes.includes(id)}
            onChange={() => set({ themes: toggled(fields.themes, id) })}
          />
        ))}
        {questionSections(view.latest).map(({ id, heading, questions }) => (
          <div key={id}>
            <Heading>{heading}</Heading>
            {questions.map(({ key, text, part }) => (
              <Checkbox
                key={key}
                mt={4}
                label={text}
                description={part === 'Asked of everybody' ? undefined : part}
                checked={fields.questions.includes(key)}
                onChange={() => set({ questions: toggled(fields.questions, key) })}
              />
            ))}
          </div>
        ))}
      </Stack>
    </details>
  );
}

function Heading({ children }: { readonly children: string }): ReactElement {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
