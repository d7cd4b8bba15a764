import { type ReactElement } from 'react';
import { Modal, Text } from '@mantine/core';
import { resumeAfterSignIn, useIsAskingToSignIn } from './sign-in-again.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks again in place, over the page, when the session has ended. What was on the page stays. */
export function SignInAgainModal(): ReactElement {
  const isAsking = useIsAskingToSignIn();
  return (
    <Modal
      opened={isAsking}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Sign in again to go on"
      size="sm"
    >
      <Text mb="md">You were signed out because the page stood open for a while. Nothing on it is lost.</Text>
      <SignInForm onSignedIn={resumeAfterSignIn} />
    </Modal>
  );
}
