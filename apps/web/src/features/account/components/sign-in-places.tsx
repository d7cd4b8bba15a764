import { useId, useState, type ReactElement } from 'react';
import { Alert, Button, Group, List, Skeleton, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endSignIns, listSignIns, type SignInPlace } from '../../../app/session/auth-calls.ts';
import { tellSignedOut } from '../../../app/session/session-clock.ts';
import { noteSignedOut } from '../../../app/session/sign-in-again.ts';
import { placeWords } from '../model/place-words.ts';

export const SIGN_INS = ['sign-ins'] as const;

/** Where somebody is signed in, and the way to end it there or everywhere. */
export function SignInPlaces(): ReactElement {
  const id = useId();
  const queryClient = useQueryClient();
  const places = useQuery({ queryKey: SIGN_INS, queryFn: listSignIns, staleTime: 0 });
  const [said, setSaid] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const others = places.data?.filter((place) => !place.isThis).length ?? 0;

  async function end(which: 'others' | 'all'): Promise<void> {
    setFailed(false);
    try {
      if (which === 'all') noteSignedOut();
      await endSignIns(which);
    } catch {
      return setFailed(true);
    }
    if (which === 'all') {
      tellSignedOut();
      queryClient.clear();
      return window.location.assign('/');
    }
    await queryClient.invalidateQueries({ queryKey: SIGN_INS });
    setSaid('You are signed out everywhere else.');
  }

  return (
    <section aria-labelledby={`${id}-title`}>
      <Title order={2} id={`${id}-title`} mb="xs">
        Where you are signed in
      </Title>
      {places.isPending && <Skeleton height="4rem" />}
      {places.isError && (
        <Alert role="alert" color="orange" variant="light" title="The list could not be loaded">
          Load the page again in a moment.
        </Alert>
      )}
      {places.data !== undefined && <PlaceList places={places.data} />}
      <Text mb="md">
        Do you not know one of these? Sign out everywhere else and change your password, then tell your administrator.
      </Text>
      <output>{said !== '' && <Text mb="md">{said}</Text>}</output>
      {hasFailed && (
        <Alert role="alert" color="orange" variant="light" mb="md" title="Nobody was signed out">
          The server could not be reached. Try again in a moment.
        </Alert>
      )}
      <Group gap="sm">
        <Button variant="default" disabled={others === 0} onClick={() => void end('others')}>
          Sign out everywhere else
        </Button>
        <Button variant="default" onClick={() => void end('all')}>
          Sign out everywhere, here too
        </Button>
      </Group>
    </section>
  );
}

function PlaceList({ places }: { readonly places: readonly SignInPlace[] }): ReactElement {
  return (
    <List spacing="xs" mb="md" listStyleType="none">
      {places.map((place) => {
        const words = placeWords(place);
        return (
          <List.Item key={place.id}>
            <Text fw={600}>{words.title}</Text>
            <Text c="dimmed">{words.times}</Text>
          </List.Item>
        );
      })}
    </List>
  );
}
