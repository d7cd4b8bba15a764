import { type ReactElement } from 'react';
import { Group } from '@mantine/core';
import { useMe } from '../../app/session/me.tsx';
import { TextLink } from '../link/text-link.tsx';

const PAGES = [
  { to: '/imports', label: 'Imports', permission: 'imports:read' },
  { to: '/records', label: 'Records', permission: 'facts:read' },
  { to: '/record-starts', label: 'From which day', permission: 'feeds:read' },
  { to: '/sign-ins', label: 'Refused sign-ins', permission: 'sign-ins:read' },
  { to: '/report-files', label: 'Files for reports', permission: 'reports:write' },
] as const;

/** The pages of one entry in the bar: files, single records, from which day each kind is kept, refused sign-ins and files for reports. */
export function RecordsNavigation({ current }: { readonly current: (typeof PAGES)[number]['to'] }): ReactElement | null {
  const { permissions } = useMe();
  const shown = PAGES.filter((page) => permissions.includes(page.permission));
  if (shown.length < 2) return null;
  return (
    <nav aria-label="Imports and records">
      <Group gap="md">
        {shown.map((page) =>
          page.to === current ? (
            <strong key={page.to} aria-current="page">
              {page.label}
            </strong>
          ) : (
            <TextLink key={page.to} to={page.to}>
              {page.label}
            </TextLink>
          ),
        )}
      </Group>
    </nav>
  );
}
