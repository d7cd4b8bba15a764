import { type ReactElement } from 'react';
import { Group, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { choicesOf, type FilesAsked } from '../model/file-rows.ts';
import type { AuditView } from '../model/outputs.ts';

interface FileFiltersProps {
  readonly audit: AuditView;
  readonly asked: FilesAsked;
}

/** Narrows the files; what is chosen stands in the address. */
export function FileFilters({ audit, asked }: FileFiltersProps): ReactElement {
  const navigate = useNavigate();
  const { show, teams, auditors } = choicesOf(audit.files);
  const set = (part: FilesAsked): void =>
    void navigate({
      to: '/audits/$auditId',
      params: { auditId: audit.id },
      search: { ...asked, ...part },
      replace: true,
      resetScroll: false,
    });
  const all = { value: '', label: 'All' };
  return (
    <Group gap="md" align="flex-end" className="no-print">
      <Select
        label="Show"
        w="16rem"
        allowDeselect={false}
        data={show}
        value={asked.show ?? ''}
        onChange={(value) => set({ show: value === null || value === '' ? undefined : value })}
      />
      <Select
        label="Team"
        w="16rem"
        allowDeselect={false}
        searchable={teams.length > 12}
        data={[all, ...teams]}
        value={asked.team ?? ''}
        onChange={(value) => set({ team: value === null || value === '' ? undefined : value })}
      />
      <Select
        label="Auditor"
        w="16rem"
        allowDeselect={false}
        searchable={auditors.length > 12}
        data={[all, ...auditors]}
        value={asked.auditor ?? ''}
        onChange={(value) => set({ auditor: value === null || value === '' ? undefined : value })}
      />
    </Group>
  );
}
