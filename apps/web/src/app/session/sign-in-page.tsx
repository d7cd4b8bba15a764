import { type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';
import { PlumbMark } from '../layout/plumb-mark.tsx';
import { SignInForm } from './sign-in-form.tsx';
import css from './sign-in.module.css';

/** The first page for somebody who is not signed in. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactElement {
  return (
    <div className={css['page']}>
      <main className={css['panel']} id="content">
        <div className={css['brand']}>
          <PlumbMark size={36} />
          <span>Plumbline</span>
        </div>
        <Title order={1} mb="xs">
          Sign in
        </Title>
        <Text c="dimmed" mb="lg">
          Supervision, held against your council’s own policy: what is due, by when, and why.
        </Text>
        <SignInForm onSignedIn={onSignedIn} />
        <Text size="sm" c="dimmed" mt="lg">
          No council e-mail address? Use the sign-in name that your manager or administrator gave you. On a shared computer, sign
          out when you are done.
        </Text>
      </main>
    </div>
  );
}
