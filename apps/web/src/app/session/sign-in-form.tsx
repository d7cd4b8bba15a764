import { lazy, Suspense, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { PageSkeleton } from '../states/page-skeleton.tsx';
import { signIn, type SignInAnswer } from './auth-calls.ts';

// Chosen once in a sign-in's life.
const FirstPassword = lazy(async () => ({ default: (await import('./first-password.tsx')).FirstPassword }));

type Problem = Extract<SignInAnswer, { ok: false }>['problem'];

const WORDS: Readonly<Record<Problem, string>> = {
  wrong: 'That name and password do not go together. Check both; capital letters matter in the password.',
  locked: 'There have been too many tries for this name. Wait fifteen minutes, or ask your administrator.',
  offline: 'The server cannot be reached. Check your connection, then try again.',
  server: 'Something went wrong on our side. Try again in a minute.',
};

/** Name and password; says in words what did not work and keeps what was typed. */
export function SignInForm({
  onSignedIn,
  name: givenName,
}: {
  readonly onSignedIn: () => void;
  readonly name?: string;
}): ReactElement {
  const [name, setName] = useState(givenName ?? '');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [firstUntil, setFirstUntil] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const answer = await signIn(name.trim(), password);
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.firstPasswordUntil === null) onSignedIn();
    else setFirstUntil(answer.firstPasswordUntil);
  }

  if (firstUntil !== null)
    return (
      <Suspense fallback={<PageSkeleton label="Opening" />}>
        <FirstPassword given={password} until={firstUntil} onChosen={onSignedIn} />
      </Suspense>
    );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <div role="alert">
          {problem !== null && (
            <Alert color="orange" variant="light" title="Not signed in">
              {WORDS[problem]}
            </Alert>
          )}
        </div>
        <TextInput
          label="Sign-in name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          label="Password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" size="md" loading={isBusy}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
