import { type ReactElement } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface ConfirmDialogProps {
  /** "Drop this audit?"; null while nothing is asked. */
  readonly title: string | null;
  /** What happens then, in words. */
  readonly consequence: string;
  /** What the button says that does it. */
  readonly label: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asked before what cannot be undone. */
export function ConfirmDialog({ title, consequence, label, onConfirm, onClose }: ConfirmDialogProps): ReactElement {
  return (
    <Modal opened={title !== null} onClose={onClose} title={title ?? ''} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <Text>{consequence}</Text>
        <Group gap="sm">
          <Button onClick={onConfirm}>{label}</Button>
          <Button variant="default" onClick={onClose}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
