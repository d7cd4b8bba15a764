import { type ReactElement } from 'react';
import { Button, Menu, VisuallyHidden, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { blankScreen } from '../keyboard/blank-screen-store.ts';
import { openShortcuts } from '../keyboard/shortcuts-store.ts';
import { signOut } from '../session/auth-calls.ts';
import { useMe } from '../session/me.tsx';
import { tellSignedOut } from '../session/session-clock.ts';
import { noteSignedOut } from '../session/sign-in-again.ts';

const SCHEMES = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['auto', 'As this device'],
] as const;

/** Name and council, account, appearance, hide the screen, shortcuts, sign out. */
export function AccountMenu(): ReactElement {
  const me = useMe();
  const queryClient = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  async function leave(): Promise<void> {
    noteSignedOut();
    await signOut();
    tellSignedOut();
    queryClient.clear();
    window.location.assign('/');
  }

  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <Button variant="subtle" color="gray" px="xs">
          {initialsOf(me.person.name)}
          <VisuallyHidden>, account of {me.person.name}</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.person.name}
          <br />
          {me.council.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account">
          Your account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {SCHEMES.map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            aria-current={colorScheme === scheme}
            rightSection={colorScheme === scheme ? '✓' : undefined}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={blankScreen} rightSection="F9">
          Hide the screen
        </Menu.Item>
        <Menu.Item onClick={openShortcuts} rightSection="?">
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return `${words[0]?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase();
}
