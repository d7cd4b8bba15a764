import { type ReactElement, type ReactNode } from 'react';
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/api/trpc.ts';
import { useMe } from '../../app/session/me.tsx';

interface TeamPickerProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly help: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (code: string, name: string) => void;
}

/** A team by its name where the person may see teams, else by its code. */
export function TeamPicker({ id, label, help, value, error, onChange }: TeamPickerProps): ReactElement {
  const trpc = useTRPC();
  const maySee = useMe().permissions.includes('teams:read');
  const teams = useQuery(trpc.team.list.queryOptions(undefined, { enabled: maySee }));
  if (!maySee || teams.isError) {
    return (
      <TextInput
        id={id}
        label={label}
        description={`${help} Type the team’s code.`}
        maw="28rem"
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value, event.currentTarget.value)}
      />
    );
  }
  const options = (teams.data ?? []).map((team) => ({ value: team.code, label: `${team.name} (${team.service})` }));
  return (
    <Select
      id={id}
      label={label}
      description={help}
      placeholder="Choose a team"
      maw="28rem"
      searchable

      data={options}
      value={value === '' ? null : value}
      error={error}
      nothingFoundMessage="No such team"
      onChange={(code) => onChange(code ?? '', options.find((option) => option.value === code)?.label ?? '')}
    />
  );
}
