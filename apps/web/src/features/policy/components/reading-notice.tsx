import { type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';

/** Asks once a version whether it has been read, and says so afterwards. */
export function ReadingNotice({ note }: { readonly note: string | null }): ReactElement | null {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reading = useQuery(trpc.policy.reading.queryOptions());
  const mark = useMutation(
    trpc.policy.markRead.mutationOptions({
      onSuccess: (answer) => {
        queryClient.setQueryData(trpc.policy.reading.queryKey(), answer);
        void queryClient.invalidateQueries({ queryKey: trpc.home.get.queryKey() });
      },
    }),
  );
  if (reading.data === undefined) return null;
  const { version, contentHash, hasRead } = reading.data;
  if (hasRead)
    return (
      <Text component="output" display="block" c="dimmed">
        ✓ You have read version {version}.
      </Text>
    );
  return (
    <Alert variant="light" color="plumb" title={`Have you read version ${version}?`} mb="lg">
      <Stack gap="sm">
        {note !== null && <Text>{note}</Text>}
        <Text>
          Below stands what it asks of you, and then every rule. Say so once you have read it; you are not asked again for this
          version.
        </Text>
        {mark.isError && <Text role="alert">This could not be saved. Try again in a minute.</Text>}
        <Group>
          <Button loading={mark.isPending} onClick={() => mark.mutate({ contentHash })}>
            I have read it
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
