import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

interface PersonListFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly people: readonly Chosen[];
  readonly error?: string | undefined;
  readonly onChange: (people: readonly Chosen[]) => void;
}

/** Several people by name: each found one joins the list, and can be taken off it again. */
export function PersonListField({ id, label, help, people, error, onChange }: PersonListFieldProps): ReactElement {
  // A fresh field for the next name after each choice.
  const [round, setRound] = useState(0);
  return (
    <Stack gap="xs">
      <SubjectPicker
        key={round}
        id={id}
        kind="person"
        label={label}
        help={help}
        value=""
        calledAs=""
        error={error}
        onChange={(chosen, name) => {
          if (chosen === '') return;
          if (!people.some((person) => person.id === chosen)) onChange([...people, { id: chosen, name }]);
          setRound(round + 1);
        }}
      />
      {people.map((person) => (
        <Group key={person.id} gap="sm">
          <Text>{person.name}</Text>
          <Button
            variant="subtle"
            size="xs"
            aria-label={`Take ${person.name} off the list`}
            onClick={() => onChange(people.filter(({ id: other }) => other !== person.id))}
          >
            Take off
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
