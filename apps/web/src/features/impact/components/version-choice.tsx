import { type ReactElement } from 'react';
import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ImpactView } from '../model/outputs.ts';
import { versionOptions } from '../model/versions.ts';

const route = getRouteApi('/impact');

/** Which version of the policy is looked at; it stands in the address. Nothing to choose where there is one. */
export function VersionChoice({ view }: { readonly view: ImpactView }): ReactElement | null {
  const navigate = route.useNavigate();
  if (view.versions.length < 2) return null;
  return (
    <Select
      label="Version of the policy"
      data={versionOptions(view.versions)}
      value={String(view.version.number)}
      allowDeselect={false}
      onChange={(chosen) => {
        if (chosen !== null) void navigate({ search: { version: Number(chosen) }, resetScroll: false });
      }}
    />
  );
}
