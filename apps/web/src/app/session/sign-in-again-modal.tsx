import { useState, type ReactElement } from 'react';
import { Alert, Modal, Text } from '@mantine/core';
import type { Me } from './me.tsx';
import { noteAnswer } from './session-clock.ts';
import { resumeAfterSignIn, useIsAskingToSignIn } from './sign-in-again.ts';
import { SignInForm } from './sign-in-form.tsx';
import { whoIsSignedIn } from './who-is-signed-in.ts';

/**
 * Asks again in place when the sign-in has ended. What was on the page stays, covered until the same person has signed in
 * again; for anybody else it is thrown away.
 */
export function SignInAgainModal({ me }: { readonly me: Me }): ReactElement {
  const isAsking = useIsAskingToSignIn();
  const [isUnsure, setUnsure] = useState(false);

  async function goOn(): Promise<void> {
    const who = await whoIsSignedIn(noteAnswer);
    setUnsure(who === null);
    if (who === null) return;
    if (who.person === me.person.id && who.council === me.council.id) resumeAfterSignIn();
    else window.location.assign('/');
  }

  return (
    <Modal
      opened={isAsking}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Sign in again to go on"
      size="sm"
      zIndex={500}
      overlayProps={{ color: 'var(--mantine-color-body)', backgroundOpacity: 1 }}
    >
      <Text mb="md">
        You were signed out because nothing was done here for a while. Nothing on the page is lost: sign in and you are where you
        were.
      </Text>
      {isUnsure && (
        <Alert role="alert" color="orange" variant="light" mb="md">
          You are signed in, but the server did not answer. Try again in a moment.
        </Alert>
      )}
      <SignInForm onSignedIn={() => void goOn()} />
    </Modal>
  );
}
