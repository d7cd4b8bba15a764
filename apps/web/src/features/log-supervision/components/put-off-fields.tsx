import { type ReactElement } from 'react';
import { Group, Radio, Text, TextInput } from '@mantine/core';
import { DateField } from '../../../parts/form/date-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { Question } from '../model/asked.ts';
import type { LogFormPart } from './log-form.tsx';
import { PlannedStart } from './planned-fields.tsx';

interface PutOffFieldsProps extends LogFormPart {
  readonly asked: ReadonlySet<Question>;
  /** It stands in the log with its date, which is shown instead of asked for. */
  readonly isAlreadyPlanned: boolean;
}

/** Why it was postponed or cancelled, whose need it was, and when it will be instead. */
export function PutOffFields({ asked, isAlreadyPlanned, ...part }: PutOffFieldsProps): ReactElement {
  const { formId, draft, problems, today, onChange, labels } = part;
  const input = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <>
      {isAlreadyPlanned ? (
        <Text>
          It was planned for {draft.plannedDate} at {draft.plannedTime}.
        </Text>
      ) : (
        <PlannedStart {...part} legend="It was planned for" />
      )}
      <TextInput
        {...input('reason')}
        label={labels.reason.label}
        description={labels.reason.help}
        maw="36rem"
        maxLength={200}
        value={draft.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
      <Radio.Group
        label={labels.whoseNeed.label}
        description={labels.whoseNeed.help}
        value={draft.cancelledBy === '' ? null : draft.cancelledBy}
        error={input('cancelledBy').error}
        onChange={(cancelledBy) => onChange({ cancelledBy })}
      >
        <Group gap="lg" mt="xs">
          {labels.whoseNeed.choices.map((choice, index) => (
            <Radio
              key={choice.value}
              {...(index === 0 ? { id: input('cancelledBy').id } : {})}
              value={choice.value}
              label={choice.label}
            />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        label={labels.exceptional}
        value={draft.isExceptional === '' ? null : draft.isExceptional}
        error={input('isExceptional').error}
        onChange={(answer) => onChange({ isExceptional: answer === 'yes' ? 'yes' : 'no' })}
      >
        <Group gap="lg" mt="xs">
          <Radio id={input('isExceptional').id} value="yes" label="Yes" />
          <Radio value="no" label="No" />
        </Group>
      </Radio.Group>
      <Radio.Group
        label="Is there a new date?"
        value={draft.hasNewDate === '' ? null : draft.hasNewDate}
        error={input('hasNewDate').error}
        onChange={(answer) => onChange({ hasNewDate: answer === 'yes' ? 'yes' : 'no' })}
      >
        <Group gap="lg" mt="xs">
          <Radio id={input('hasNewDate').id} value="yes" label="Yes" />
          <Radio value="no" label="No, none could be found" />
        </Group>
      </Radio.Group>
      {asked.has('rearranged-for') && (
        <DateField
          {...input('rearrangedFor')}
          label="New date"
          today={today}
          value={draft.rearrangedFor}
          onChange={(rearrangedFor) => onChange({ rearrangedFor })}
        />
      )}
      {asked.has('no-new-date-reason') && (
        <TextInput
          {...input('noNewDateReason')}
          label={labels.noNewDate}
          maw="36rem"
          maxLength={200}
          value={draft.noNewDateReason}
          onChange={(event) => onChange({ noNewDateReason: event.currentTarget.value })}
        />
      )}
    </>
  );
}
