import { type ReactElement } from 'react';
import { Stack, TextInput } from '@mantine/core';
import type { AuditedKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { DateField } from '../../../parts/form/date-field.tsx';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import type { PlanDraft } from '../model/read-plan.ts';
import { SizeFields } from './size-fields.tsx';
import { TeamListField } from './team-list-field.tsx';

interface PlanFieldsProps {
  readonly typed: PlanDraft;
  readonly usualTitle: string;
  readonly today: LocalDate;
  readonly about: AuditedKind;
  readonly isDrawn: boolean;
  /** What was drawn or picked stands: its teams, its first day and its size no longer change. */
  readonly isFixed?: boolean;
  readonly field: (entry: string) => { readonly id: string; readonly error: string | undefined };
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** Everything of a plan but its tool: the same when it is made and when it is changed. */
export function PlanFields({
  typed,
  usualTitle,
  today,
  about,
  isDrawn,
  isFixed = false,
  field,
  onChange,
}: PlanFieldsProps): ReactElement {
  return (
    <Stack gap="lg">
      <TextInput
        {...field('title')}
        label="Title"
        description="What it is called in the programme."
        maw="36rem"
        maxLength={200}
        autoComplete="off"
        value={typed.title ?? usualTitle}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {!isFixed && (
        <DateField
          {...field('startsOn')}
          label="First day"
          value={typed.startsOn}
          today={today}
          onChange={(startsOn) => onChange({ startsOn })}
        />
      )}
      <DateField
        {...field('dueOn')}
        label="Last day"
        help="By then every file is completed or put aside."
        value={typed.dueOn}
        today={today}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      {!isFixed && <TeamListField {...field('teams')} typed={typed} onChange={onChange} />}
      {!isFixed && isDrawn && <SizeFields about={about} typed={typed} field={field} onChange={onChange} />}
      <SubjectPicker
        {...field('leadId')}
        kind="person"
        label="Who leads it"
        help="Named in the programme."
        value={typed.leadId}
        calledAs={typed.leadName}
        onChange={(leadId, leadName) => onChange({ leadId, leadName })}
      />
      <SubjectPicker
        {...field('responderId')}
        kind="person"
        label="Who answers when a file is inadequate"
        help="They hear of it the same day, read that file, and say what was done at once."
        value={typed.responderId}
        calledAs={typed.responderName}
        onChange={(responderId, responderName) => onChange({ responderId, responderName })}
      />
    </Stack>
  );
}
