import { type ReactElement } from 'react';
import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { actionEntry, type TypedAction } from '../model/check-sign-off.ts';
import type { SignedTeam } from '../model/outputs.ts';
import css from './sign-off.module.css';

interface ActionFieldsProps {
  readonly formId: string;
  readonly action: TypedAction;
  /** Which of the actions of the form it is, from 1. */
  readonly number: number;
  readonly teams: readonly SignedTeam[];
  readonly problems: readonly FormProblem[];
  readonly onChange: (action: TypedAction) => void;
  readonly onRemove: () => void;
}

/** One action that is agreed with the signature: what, who, about which team, by when. */
export function ActionFields({ formId, action, number, teams, problems, onChange, onRemove }: ActionFieldsProps): ReactElement {
  const { today } = useMe();
  const field = (name: 'what' | 'ownerId' | 'team' | 'dueOn') => {
    const entry = actionEntry(action, name);
    return { id: fieldId(formId, entry), error: problemOfEntry(problems, entry) };
  };
  return (
    <fieldset className={css['action']}>
      <Text component="legend" fw={600}>
        Action {number}
      </Text>
      <Stack gap="sm">
        <Textarea
          {...field('what')}
          label="What will be done"
          description="Whoever does it reads this. Leave out children’s names."
          autosize
          minRows={2}
          maxLength={2000}
          value={action.what}
          onChange={(event) => onChange({ ...action, what: event.currentTarget.value })}
        />
        <SubjectPicker
          {...field('ownerId')}
          kind="person"
          label="Who does it"
          help="They show that it is done, and somebody else closes it."
          value={action.ownerId}
          calledAs={action.ownerName === '' ? undefined : action.ownerName}
          isRequired
          onChange={(ownerId, ownerName) => onChange({ ...action, ownerId, ownerName })}
        />
        <NativeSelect
          {...field('team')}
          label="Which team it is about"
          maw="28rem"
          data={[{ value: '', label: 'Choose a team' }, ...teams.map(({ code, name }) => ({ value: code, label: name }))]}
          value={action.team}
          onChange={(event) => onChange({ ...action, team: event.currentTarget.value })}
        />
        <DateField
          {...field('dueOn')}
          label="By when"
          value={action.dueOn}
          today={today}
          onChange={(dueOn) => onChange({ ...action, dueOn })}
        />
        <Group>
          <Button variant="transparent" px={0} size="sm" onClick={onRemove} aria-label={`Take action ${number} out`}>
            Take it out
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}
