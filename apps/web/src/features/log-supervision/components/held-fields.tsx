import { type ReactElement } from 'react';
import { Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import { DateTimeField } from '../../../parts/form/date-time-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { Question } from '../model/asked.ts';
import type { Interruption } from '../model/log-draft.ts';
import { choicesOf } from '../model/session-words.ts';
import type { LogFormPart } from './log-form.tsx';
import { ModeField } from './mode-field.tsx';

const INTERRUPTIONS: readonly { readonly value: Interruption; readonly label: string }[] = [
  { value: 'none', label: 'No' },
  { value: 'carried-on', label: 'Yes, and it went on afterwards' },
  { value: 'abandoned', label: 'Yes, and it was abandoned part-way' },
];

/** When it was held, how long it lasted, what it was for and whether it was interrupted. */
export function HeldFields({
  formId,
  draft,
  problems,
  today,
  onChange,
  labels,
  asked,
}: LogFormPart & { readonly asked: ReadonlySet<Question> }): ReactElement {
  const input = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <>
      <DateTimeField
        legend="Held on"
        today={today}
        date={{ ...input('heldDate'), value: draft.heldDate, onChange: (heldDate) => onChange({ heldDate }) }}
        time={{ ...input('heldTime'), value: draft.heldTime, onChange: (heldTime) => onChange({ heldTime }) }}
      />
      <TextInput
        {...input('minutes')}
        label="How long it lasted"
        description="Minutes, without interruptions: 75 or 1h15"
        maw="22rem"
        autoComplete="off"
        value={draft.minutes}
        onChange={(event) => onChange({ minutes: event.currentTarget.value })}
      />
      <ModeField value={draft.mode} onChange={(mode) => onChange({ mode })} />
      <Checkbox.Group
        label="What it was for (optional)"
        value={[...draft.purposes]}
        onChange={(purposes) => onChange({ purposes })}
      >
        <Group gap="md" mt="xs">
          {choicesOf('purposes').map((choice) => (
            <Checkbox key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </Group>
      </Checkbox.Group>
      {asked.has('topics') && (
        <Checkbox.Group
          label="Topics of the check-in (optional)"
          value={[...draft.topics]}
          onChange={(topics) => onChange({ topics })}
        >
          <Group gap="md" mt="xs">
            {choicesOf('topics').map((choice) => (
              <Checkbox key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Radio.Group
        label="Was it interrupted?"
        value={draft.interruption}
        onChange={(interruption) => onChange({ interruption: interruption as Interruption })}
      >
        <Stack gap="xs" mt="xs">
          {INTERRUPTIONS.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </Stack>
      </Radio.Group>
      {asked.has('longest-block') && (
        <>
          <TextInput
            {...input('longestBlock')}
            label="Longest stretch without interruption"
            description="Minutes"
            maw="22rem"
            value={draft.longestBlock}
            onChange={(event) => onChange({ longestBlock: event.currentTarget.value })}
          />
          <TextInput
            {...input('reason')}
            label={labels.reason.label}
            description={labels.reason.help}
            maw="36rem"
            maxLength={200}
            value={draft.reason}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
