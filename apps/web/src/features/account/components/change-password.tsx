import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { changePassword } from '../../../app/session/auth-calls.ts';
import { missingIn, passwordWords, SHORTEST, type PasswordWords } from '../../../app/session/password-words.ts';
import { SIGN_INS } from './sign-in-places.tsx';

/** Changes the password of whoever knows the present one. */
export function ChangePassword(): ReactElement {
  const id = useId();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<PasswordWords | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isChanged, setChanged] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChanged(false);
    const missing = missingIn(current, next);
    if (missing !== null) return refuse(missing);
    setBusy(true);
    const refused = await changePassword(current, next);
    setBusy(false);
    if (refused !== null) return refuse(passwordWords(refused));
    setProblem(null);
    setCurrent('');
    setNext('');
    setChanged(true);
    void queryClient.invalidateQueries({ queryKey: SIGN_INS });
  }

  function refuse(words: PasswordWords): void {
    setProblem(words);
    document.getElementById(`${id}-${words.entry ?? 'current'}`)?.focus();
  }
  const wordsFor = (entry: PasswordWords['entry']) => (problem?.entry === entry ? problem.message : undefined);

  return (
    <section aria-labelledby={`${id}-title`}>
      <Title order={2} id={`${id}-title`} mb="xs">
        Change your password
      </Title>
      <Text mb="md">Whoever is signed in with your name elsewhere is signed out when you do.</Text>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md" maw="26rem">
          {isChanged && <Changed />}
          <div role="alert">
            {problem !== null && problem.entry === null && (
              <Alert color="orange" variant="light" title="Not changed">
                {problem.message}
              </Alert>
            )}
          </div>
          <PasswordInput
            id={`${id}-current`}
            label="Present password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
            error={wordsFor('current')}
          />
          <PasswordInput
            id={`${id}-next`}
            label="New password"
            description={`At least ${SHORTEST} characters. Three or four words that do not belong together are easy to keep and hard to guess.`}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            autoComplete="new-password"
            error={wordsFor('next')}
          />
          <div>
            <Button type="submit" loading={isBusy}>
              Change password
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}

/** Takes the focus: what had it has been emptied. */
function Changed(): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert ref={box} tabIndex={-1} variant="light" color="plumb" title="Your password is changed">
      You are signed in here, and nowhere else.
    </Alert>
  );
}
