import { instantInWords } from '@plumbline/analytics/wording';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { changePassword } from './auth-calls.ts';
import { missingIn, passwordWords, SHORTEST } from './password-words.ts';

interface FirstPasswordProps {
  /** The password that somebody gave them, just typed. */
  readonly given: string;
  /** ISO; until when it can be exchanged. */
  readonly until: string;
  readonly onChosen: () => void;
}

/** Somebody has signed in with a password that another person gave them: they choose their own before anything else. */
export function FirstPassword({ given, until, onChosen }: FirstPasswordProps): ReactElement {
  const entry = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The focus belongs to the browser.
  useEffect(() => entry.current?.focus(), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = missingIn(given, chosen);
    if (missing !== null) return refuse(missing.message);
    setBusy(true);
    const refused = await changePassword(given, chosen);
    setBusy(false);
    if (refused === null) onChosen();
    else refuse(passwordWords(refused).message);
  }

  function refuse(message: string): void {
    setProblem(message);
    entry.current?.focus();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Title order={2}>Choose your own password</Title>
        <Text>
          The password that you typed was given to you, and somebody else has seen it. From now on only you know yours. The given
          one is good until {instantInWords(until)}.
        </Text>
        <div role="alert">
          {problem !== null && (
            <Alert color="orange" variant="light" title="Not taken">
              {problem}
            </Alert>
          )}
        </div>
        <PasswordInput
          ref={entry}
          label="New password"
          description={`At least ${SHORTEST} characters. Three or four words that do not belong together are easy to keep and hard to guess.`}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          autoComplete="new-password"
        />
        <Button type="submit" size="md" loading={isBusy}>
          Use this password and go on
        </Button>
      </Stack>
    </form>
  );
}
