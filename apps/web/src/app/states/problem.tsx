import { type ReactElement } from 'react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { problemOf, type ProblemKind } from '../api/problem.ts';

/** What happened and how to mend it, for each kind of problem. */
const MENDING: Readonly<Record<ProblemKind, string>> = {
  offline: 'Your device cannot reach the server. Check the connection, then try again. Nothing you typed is lost.',
  'signed-out': 'You are signed out. Sign in again to go on.',
  forbidden:
    'Your role does not let you see this. If it should, ask your administrator to look at your posts and supervision pairs: they decide who sees what.',
  'not-found':
    'There is nothing at this address that you may see. It may have been a person or child you are no longer responsible for.',
  'out-of-date': 'Somebody changed this while you had it open. Load it again to see their change.',
  'too-many': 'That was a lot of requests in a short time. Wait a minute, then try again.',
  invalid: 'The server did not understand the address of this page. Go back, or start from Home.',
  server: 'The server could not answer. Try again; if it keeps happening, tell your administrator the time and the page.',
};

interface ProblemProps {
  readonly error: unknown;
  /** What could not be done: "My team could not be loaded". */
  readonly what: string;
  readonly onRetry?: () => void;
  readonly isWholePage?: boolean;
}

/** The designed state of a page or panel whose rows did not come. */
export function Problem({ error, what, onRetry, isWholePage = false }: ProblemProps): ReactElement {
  const kind = problemOf(error);
  const title = kind === 'forbidden' ? 'This is not open to you' : kind === 'not-found' ? 'Nothing here' : what;
  return (
    <Alert
      role="alert"
      variant="light"
      color={kind === 'forbidden' || kind === 'not-found' ? 'gray' : 'orange'}
      title={title}
      maw="44rem"
      m={isWholePage ? 'xl' : 0}
    >
      <Text mb="sm">{MENDING[kind]}</Text>
      <Group gap="sm">
        {onRetry !== undefined && kind !== 'forbidden' && (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        {isWholePage && (
          <Button variant="subtle" component="a" href="/">
            Go to Home
          </Button>
        )}
      </Group>
    </Alert>
  );
}
