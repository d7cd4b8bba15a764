import { type ReactElement } from 'react';
import { Checkbox, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { entryOf, timeEntry, withEntry, type Draft } from '../model/draft.ts';
import type { Field } from '../../../parts/fact/field-model.ts';
import { DateField } from '../../../parts/form/date-field.tsx';
import { DateTimeField } from '../../../parts/form/date-time-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { TeamPicker } from '../../../parts/picker/team-picker.tsx';

interface FieldControlProps {
  readonly formId: string;
  readonly field: Field;
  readonly draft: Draft;
  readonly problems: readonly FormProblem[];
  readonly today: LocalDate;
  /** Part of which fact it is, when correcting: shown but not changed. */
  readonly isFixed: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** One field of a fact, drawn as its kind of value asks. */
export function FieldControl({ formId, field, draft, problems, today, isFixed, onChange }: FieldControlProps): ReactElement {
  const id = fieldId(formId, field.name);
  const label = field.isRequired ? field.label : `${field.label} (optional)`;
  const value = entryOf(draft, field.name);
  const error = problemOfEntry(problems, field.name);
  if (isFixed && value !== '')
    return (
      <FixedField
        label={field.label}
        words={draft.names[field.name] ?? field.options.find((option) => option.value === value)?.label ?? value}
      />
    );
  const set = (next: string, calledAs?: string) => onChange(withEntry(draft, field.name, next, calledAs));
  switch (field.control) {
    case 'person':
    case 'child':
      return (
        <SubjectPicker
          id={id}
          kind={field.control}
          label={label}
          help={field.help}
          value={value}
          calledAs={draft.names[field.name]}
          error={error}
          isRequired={field.isRequired}
          onChange={set}
        />
      );
    case 'person-or-child':
      return (
        <SubjectPicker
          id={id}
          kind={entryOf(draft, 'subjectKind') === 'person' ? 'person' : 'child'}
          label={label}
          help={field.help}
          value={value}
          calledAs={draft.names[field.name]}
          error={error}
          isRequired={field.isRequired}
          isDisabled={entryOf(draft, 'subjectKind') === ''}
          onChange={set}
        />
      );
    case 'team':
      return <TeamPicker id={id} label={label} help={field.help} value={value} error={error} onChange={set} />;
    case 'date':
      return <DateField id={id} label={label} help={field.help} value={value} today={today} error={error} onChange={set} />;
    case 'date-and-time':
      return (
        <InstantControl
          formId={formId}
          field={field}
          label={label}
          draft={draft}
          problems={problems}
          today={today}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          label={label}
          description={field.help}
          placeholder="Choose"
          maw="28rem"
          data={[...field.options]}
          value={value === '' ? null : value}
          clearable={!field.isRequired}
          searchable={field.options.length > 8}
          error={error}
          clearButtonProps={{ 'aria-label': 'Clear' }}
          onChange={(next) => set(next ?? '')}
        />
      );
    case 'choices':
      return (
        <Checkbox.Group
          label={label}
          description={field.help}
          value={value === '' ? [] : value.split(';')}
          error={error}
          onChange={(next) => set(next.join(';'))}
        >
          <Group gap="md" mt={6}>
            {field.options.map((option, index) => (
              <Checkbox key={option.value} {...(index === 0 ? { id } : {})} value={option.value} label={option.label} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case 'yes-no':
      return (
        <Radio.Group label={label} description={field.help} value={value === '' ? null : value} error={error} onChange={set}>
          <Group gap="lg" mt={6}>
            <Radio id={id} value="yes" label="Yes" />
            <Radio value="no" label="No" />
          </Group>
        </Radio.Group>
      );
    case 'number':
      return (
        <TextInput
          id={id}
          label={label}
          description={field.help}
          inputMode={field.allowsFractions ? 'decimal' : 'numeric'}
          maw="10rem"
          value={value}
          error={error}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    case 'text':
      return (
        <TextInput
          id={id}
          label={label}
          description={field.help}
          maw="28rem"
          value={value}
          error={error}
          autoComplete="off"
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

/** What identifies a fact is not changed by correcting it: it is shown as it is. */
function FixedField({ label, words }: { readonly label: string; readonly words: string }): ReactElement {
  return (
    <div>
      <Text fw={600} size="sm">
        {label}
      </Text>
      <Text>{words}</Text>
    </div>
  );
}

type InstantControlProps = Omit<FieldControlProps, 'isFixed'> & { readonly label: string };

function InstantControl({ formId, field, label, draft, problems, today, onChange }: InstantControlProps): ReactElement {
  const time = timeEntry(field.name);
  return (
    <Stack gap={0}>
      <DateTimeField
        legend={label}
        help={field.help}
        today={today}
        date={{
          id: fieldId(formId, field.name),
          value: entryOf(draft, field.name),
          error: problemOfEntry(problems, field.name),
          onChange: (next) => onChange(withEntry(draft, field.name, next)),
        }}
        time={{
          id: fieldId(formId, time),
          value: entryOf(draft, time),
          error: problemOfEntry(problems, time),
          onChange: (next) => onChange(withEntry(draft, time, next)),
        }}
      />
    </Stack>
  );
}
