import { type ReactElement } from 'react';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';

const route = getRouteApi('/team');

/** My own people, or one of the teams that I may see. Hidden where there is nothing to choose. */
export function TeamPicker(): ReactElement | null {
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const teams = useQuery(trpc.team.list.queryOptions());
  if (teams.data === undefined || teams.data.length === 0) return null;
  const services = [...new Set(teams.data.map((team) => team.service))];
  return (
    <NativeSelect
      aria-label="Whose lanes to show"
      value={search.team ?? ''}
      onChange={(event) => {
        const team = event.currentTarget.value;
        void navigate({
          search: (previous) => ({
            ...previous,
            team: team === '' ? undefined : team,
            open: undefined,
            why: undefined,
            part: undefined,
          }),
        });
      }}
    >
      <option value="">People I supervise</option>
      {services.map((service) => (
        <optgroup key={service} label={service}>
          {teams.data
            .filter((team) => team.service === service)
            .map((team) => (
              <option key={team.code} value={team.code}>
                {team.name} ({team.people})
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
