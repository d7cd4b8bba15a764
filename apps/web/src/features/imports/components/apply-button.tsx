import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ImportConcern, ImportView } from '@plumbline/analytics/compliance';
import { concernBoxId, Concerns } from './concerns.tsx';

interface ApplyButtonProps {
  readonly view: ImportView;
  readonly isBusy: boolean;
  readonly onApply: (agreed: readonly ImportConcern['kind'][]) => void;
}

/** The one button that records a file, after a yes to everything that speaks against it. */
export function ApplyButton({ view, isBusy, onApply }: ApplyButtonProps): ReactElement {
  const [agreed, setAgreed] = useState<readonly ImportConcern['kind'][]>([]);
  const [isAsked, setAsked] = useState(false);
  const changes = [view.changes, ...view.awaits].reduce((sum, file) => sum + numberOf(file), 0);

  function apply(): void {
    const open = view.concerns.find((concern) => !agreed.includes(concern.kind));
    if (open === undefined) return onApply(agreed);
    setAsked(true);
    document.getElementById(concernBoxId(open.kind))?.focus();
  }

  return (
    <Stack gap="md">
      <Concerns view={view} agreed={agreed} isAsked={isAsked} onAgree={setAgreed} />
      <Group>
        <Button size="md" onClick={apply} loading={isBusy}>
          {changes === 1 ? 'Apply one change' : `Apply ${changes.toLocaleString('en-GB')} changes`}
          {view.awaits.length > 0 && ` of ${view.awaits.length + 1} files`}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" className="prose">
        All of it is recorded together, or nothing. It cannot be taken back in one step afterwards; single entries can be
        corrected by hand.
      </Text>
    </Stack>
  );
}

function numberOf({ added, changed, ended }: ImportView['changes']): number {
  return added + changed + ended;
}
