import { type KeyboardEvent, type ReactElement } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { hasUnsaved, letGo, takeWaiting, useWaiting } from './unsaved.ts';

/** Keeps the drawer behind from hearing Escape as well. */
const OWN_KEYS = { 'data-mantine-stop-propagation': 'true' };

/**
 * Asks before something typed is lost: by closing a panel, following a link, going back, or leaving a form within a page.
 * Closing the window or loading it again is asked by the browser itself.
 */
export function LeaveDialog(): ReactElement {
  const waiting = useWaiting();
  const blocked = useBlocker({ shouldBlockFn: hasUnsaved, enableBeforeUnload: hasUnsaved, withResolver: true });

  function stay(): void {
    takeWaiting();
    blocked.reset?.();
  }

  function go(): void {
    letGo();
    takeWaiting()?.();
    blocked.proceed?.();
  }

  function hear(event: KeyboardEvent): void {
    if (event.key === 'Escape') stay();
  }

  return (
    <Modal
      opened={waiting !== null || blocked.status === 'blocked'}
      onClose={stay}
      withCloseButton={false}
      // The key that opened it over a drawer would close it again in the same press: it is heard below instead.
      closeOnEscape={false}
      title="Leave without saving?"
      size="md"
      zIndex={400}
    >
      <Stack gap="lg" onKeyDown={hear}>
        <Text>What you typed here is not saved yet. If you leave, it is gone.</Text>
        <Group gap="sm">
          <Button data-autofocus {...OWN_KEYS} onClick={stay}>
            Go on writing
          </Button>
          <Button variant="default" {...OWN_KEYS} onClick={go}>
            Leave without saving
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
