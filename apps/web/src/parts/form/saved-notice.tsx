import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Alert, Button, Group, Stack } from '@mantine/core';

interface SavedNoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Takes back what was saved; left out where it cannot be. */
  readonly onUndo?: (() => void) | undefined;
  readonly isUndoing?: boolean;
  readonly actions?: ReactNode;
}

/** Says that something was saved and what it changed, and offers to take it back. It takes the focus and stays until left. */
export function SavedNotice({ title, children, onUndo, isUndoing = false, actions }: SavedNoticeProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser: what had it is gone once the form is.
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert ref={box} tabIndex={-1} variant="light" color="plumb" title={title} maw="52rem">
      <Stack gap="sm">
        {children}
        <Group gap="sm">
          {actions}
          {onUndo !== undefined && (
            <Button variant="default" loading={isUndoing} onClick={onUndo}>
              Undo
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
