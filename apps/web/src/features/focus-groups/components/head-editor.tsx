import { useState, type ReactElement } from 'react';
import { Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { FamilyCounts, FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { ROLE_FAMILIES, ROLE_FAMILY_NAMES, type RoleFamily } from '@plumbline/domain/surveys';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { readDate } from '../../../parts/form/form-problem.ts';

interface HeadEditorProps {
  readonly record: FocusGroupRecord;
  readonly edit: (change: (record: FocusGroupRecord) => FocusGroupRecord) => void;
  /** Names are on the list of people: the counts follow from them and are not typed. */
  readonly hasList: boolean;
}

const WORDS = [
  ['title', 'Title'],
  ['audience', 'Whom it was for'],
  ['facilitator', 'Facilitator'],
  ['noteTaker', 'Note-taker'],
  ['site', 'Place'],
] as const;

/** What stands at the head of a record: when, for whom, by whom, who was there and who was missing. */
export function HeadEditor({ record, edit, hasList }: HeadEditorProps): ReactElement {
  return (
    <details>
      <summary>About the group: date, people, who was missing</summary>
      <Stack gap="md" mt="md" maw="40rem">
        {WORDS.map(([field, label]) => (
          <TextInput
            key={field}
            label={label}
            value={record[field]}
            onChange={(event) => {
              const value = event.currentTarget.value;
              // A record is never without its title.
              if (field !== 'title' || value.trim() !== '') edit((before) => ({ ...before, [field]: value }));
            }}
          />
        ))}
        <DayField field="heldOn" label="Held on" record={record} edit={edit} />
        <DayField field="retainedUntil" label="Kept until" record={record} edit={edit} />
        <Textarea
          label="Who was missing, as the group said"
          autosize
          minRows={2}
          value={record.groupsMissing}
          onChange={(event) => {
            const groupsMissing = event.currentTarget.value;
            edit((before) => ({ ...before, groupsMissing }));
          }}
        />
        {hasList ? (
          <Text size="sm" c="dimmed">
            How many were invited and came follows from the list under “People”.
          </Text>
        ) : (
          <>
            <Counts field="invited" label="Invited" record={record} edit={edit} />
            <Counts field="present" label="Present" record={record} edit={edit} />
          </>
        )}
        {record.unplaced !== '' && (
          <Textarea
            label="Belongs to no question"
            description="What the file said that was placed nowhere. Cut it out here and put it where it belongs."
            autosize
            minRows={2}
            value={record.unplaced}
            onChange={(event) => {
              const unplaced = event.currentTarget.value;
              edit((before) => ({ ...before, unplaced }));
            }}
          />
        )}
      </Stack>
    </details>
  );
}

type PartProps = Pick<HeadEditorProps, 'record' | 'edit'> & { readonly label: string };

/** A day that is kept once it can be read as one; emptied, it is not recorded. */
export function DayField({
  field,
  label,
  record,
  edit,
}: PartProps & { readonly field: 'heldOn' | 'retainedUntil' }): ReactElement {
  const today = useMe().today as LocalDate;
  const kept = record[field];
  const [typed, setTyped] = useState(kept === null ? '' : dateInWords(kept));
  const read = typed.trim() === '' ? null : readDate(label, field, typed, today);
  return (
    <DateField
      id={`record-${field}`}
      label={label}
      value={typed}
      today={today}
      error={read !== null && 'message' in read ? read.message : undefined}
      onChange={(next) => {
        setTyped(next);
        const day = next.trim() === '' ? { value: null } : readDate(label, field, next, today);
        if ('value' in day) edit((before) => (before[field] === day.value ? before : { ...before, [field]: day.value }));
      }}
    />
  );
}

/** How many, by role family, for a record without names. */
export function Counts({ field, label, record, edit }: PartProps & { readonly field: 'invited' | 'present' }): ReactElement {
  const set = (family: RoleFamily, value: number | null): void =>
    edit((before) => {
      const others = Object.entries(before[field]).filter(([name]) => name !== family);
      return { ...before, [field]: Object.fromEntries(value === null ? others : [...others, [family, value]]) as FamilyCounts };
    });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" fw={600} size="sm">
        {label}, by role family (leave empty what is not known)
      </Text>
      <Group gap="md">
        {ROLE_FAMILY_NAMES.map((family) => (
          <NumberInput
            key={family}
            label={ROLE_FAMILIES[family]}
            w="11rem"
            min={0}
            max={500}
            allowDecimal={false}
            value={record[field][family] ?? ''}
            onChange={(value) => set(family, typeof value === 'number' ? value : null)}
          />
        ))}
      </Group>
    </fieldset>
  );
}
