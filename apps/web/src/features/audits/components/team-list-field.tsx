import { useState, type ReactElement } from 'react';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { TeamPicker } from '../../../parts/picker/team-picker.tsx';
import type { PlanDraft } from '../model/read-plan.ts';

interface TeamListFieldProps {
  readonly id: string;
  readonly error: string | undefined;
  readonly typed: Pick<PlanDraft, 'isAllTeams' | 'teams'>;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** All teams, or some of them by name. */
export function TeamListField({ id, error, typed, onChange }: TeamListFieldProps): ReactElement {
  // A fresh field for the next team after each choice.
  const [round, setRound] = useState(0);
  const { teams } = typed;
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Which teams"
        value={typed.isAllTeams ? 'all' : 'some'}
        onChange={(value) => onChange({ isAllTeams: value === 'all' })}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="all" label="All teams" />
          <Radio value="some" label="Some of them" />
        </Stack>
      </Radio.Group>
      {!typed.isAllTeams && (
        <>
          <TeamPicker
            key={round}
            id={id}
            label="Add a team"
            help="Each one that you choose joins the list."
            value=""
            error={error}
            onChange={(code, name) => {
              if (code === '') return;
              if (!teams.some((team) => team.code === code)) onChange({ teams: [...teams, { code, name }] });
              setRound(round + 1);
            }}
          />
          {teams.map(({ code, name }) => (
            <Group key={code} gap="sm">
              <Text>{name}</Text>
              <Button
                variant="subtle"
                size="xs"
                aria-label={`Take ${name} off the list`}
                onClick={() => onChange({ teams: teams.filter((team) => team.code !== code) })}
              >
                Take off
              </Button>
            </Group>
          ))}
        </>
      )}
    </Stack>
  );
}
