import { type ReactElement } from 'react';
import { Stack } from '@mantine/core';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { ChangePassword } from '../components/change-password.tsx';
import { SignInPlaces } from '../components/sign-in-places.tsx';

/** What somebody can see and change of their own sign-in. */
export function AccountPage(): ReactElement {
  const me = useMe();
  return (
    <>
      <PageHeading title="Your account" lead={`${me.person.name}, ${me.council.name}`} />
      <Stack gap="xl" maw="44rem">
        <SignInPlaces />
        <ChangePassword />
      </Stack>
    </>
  );
}
