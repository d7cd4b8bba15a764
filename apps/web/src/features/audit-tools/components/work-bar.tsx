import { type ReactElement } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { ConflictNotice } from '../../../parts/form/conflict-notice.tsx';
import { SavingLine } from '../../../parts/saving/saving-line.tsx';
import { toolDifferences } from '../model/differences.ts';
import css from './audit-tools.module.css';
import type { ToolWork } from './use-tool.ts';

/** Whether what was changed is saved, and the last change with its way back: always in sight. */
export function WorkBar({ work }: { readonly work: ToolWork }): ReactElement {
  const { saving, undoable } = work;
  return (
    <div className={`${css['bar']} no-print`}>
      <SavingLine saving={saving} of="this audit tool" />
      {saving.kind === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void work.saveNow()}>
          Try again
        </Button>
      )}
      {undoable !== null && (
        <Group gap="xs" wrap="nowrap" className={css['undo'] ?? ''}>
          <Text component="output" display="block" size="sm" truncate>
            {undoable}
          </Text>
          <Button size="compact-sm" variant="default" className={css['kept'] ?? ''} onClick={work.undo}>
            Undo
          </Button>
        </Group>
      )}
    </div>
  );
}

/** Somebody saved first: where the two differ, and the choice between them. Nothing was overwritten. */
export function ToolConflict({ work }: { readonly work: ToolWork }): ReactElement | null {
  const { saving, tool } = work;
  if (saving.kind !== 'conflict') return null;
  const { theirs } = saving;
  return (
    <div className={css['conflict']}>
      <ConflictNotice
        theirs={{ recordedBy: theirs.updatedBy, recordedAt: theirs.updatedAt }}
        rows={toolDifferences(theirs.draft, tool)}
        onKeepMine={work.keepMine}
        onTakeTheirs={work.takeTheirs}
        isSaving={false}
      />
    </div>
  );
}
