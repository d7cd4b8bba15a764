import type { ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { PersonListField, type Chosen } from './person-list-field.tsx';

/** The people whom a round names, as they are being chosen. */
export interface NamedDraft {
  readonly paperBy: readonly Chosen[];
  readonly screeners: readonly Chosen[];
  /** Subject id, or '' where nobody is chosen yet. */
  readonly safeguardingTo: string;
  readonly safeguardingName: string;
}

interface NamedPeopleFieldsProps {
  readonly typed: NamedDraft;
  readonly field: (entry: string) => { readonly id: string; readonly error: string | undefined };
  readonly onChange: (part: Partial<NamedDraft>) => void;
}

/** Who reads comments, who gets a worry, who hands out paper: the same when a round is planned and later. */
export function NamedPeopleFields({ typed, field, onChange }: NamedPeopleFieldsProps): ReactElement {
  return (
    <Stack gap="md">
      <Text className="prose">
        The people below are named in the round and shown to staff. Nobody of them can see who answered, or tie an answer to a
        name.
      </Text>
      <PersonListField
        {...field('screeners')}
        label="Who reads comments first"
        help="Two or more: one takes out names, another releases."
        people={typed.screeners}
        onChange={(screeners) => onChange({ screeners })}
      />
      <SubjectPicker
        {...field('safeguardingTo')}
        kind="person"
        label="Who gets a safeguarding worry"
        help="The same day, without anybody trying to find out who wrote it."
        value={typed.safeguardingTo}
        calledAs={typed.safeguardingName}
        onChange={(safeguardingTo, safeguardingName) => onChange({ safeguardingTo, safeguardingName })}
      />
      <PersonListField
        {...field('paperBy')}
        label="Who hands out and types in paper forms"
        help="Nobody, where everybody gets to a screen. Whoever types a form in reads what is ticked on it."
        people={typed.paperBy}
        onChange={(paperBy) => onChange({ paperBy })}
      />
    </Stack>
  );
}
