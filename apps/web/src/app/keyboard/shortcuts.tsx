import { useEffect, type ReactElement } from 'react';
import { Kbd, Modal, Table } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../session/me.tsx';
import { navigationFor } from '../layout/navigation.ts';
import { shortcutsStore } from './shortcuts-store.ts';

const SHORTCUTS: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Search for a person, a child or a page'],
  ['?', 'This list'],
  ['F9', 'Hide the screen, and show it again'],
  ['Alt 1 … Alt 6', 'Go to an entry of the bar at the top'],
  ['Esc', 'Close a panel or window'],
  ['Tab, Enter', 'Move through a page and open what has the focus'],
];

/** The list behind "?", and the keys that go to a page. */
export function Shortcuts(): ReactElement {
  const isOpen = shortcutsStore.use();
  const navigate = useNavigate();
  const entries = navigationFor(useMe().permissions);
  useHotkeys(entries.map((entry, index): [string, () => void] => [`alt+${index + 1}`, () => void navigate({ to: entry.to })]));
  // "?" sits on different keys on different keyboards, so the window is asked for the sign and not for the key.
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const isTyping =
        event.target instanceof HTMLElement &&
        (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if (event.key === '?' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) shortcutsStore.set(true);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Modal
      opened={isOpen}
      onClose={() => shortcutsStore.set(false)}
      title="Keyboard shortcuts"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Table>
        <Table.Tbody>
          {SHORTCUTS.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Kbd size="sm">{keys}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
