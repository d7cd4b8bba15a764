import { type ReactElement } from 'react';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';

/** On the page of surveys: the way to focus groups, and what of them waits for the person. */
export function GroupsPanel(): ReactElement {
  const trpc = useTRPC();
  const list = useQuery(trpc.focusGroups.list.queryOptions());
  const waiting = (list.data?.groups ?? []).filter(({ waitsForMe }) => waitsForMe);
  return (
    <section aria-labelledby="focus-groups">
      <Stack gap="sm">
        <Title order={2} id="focus-groups">
          Focus groups
        </Title>
        {waiting.map(({ id, title }) => (
          <Alert key={id} variant="light" color="plumb" title={`Please check what was written of “${title}”`} maw="52rem">
            <Link to="/surveys/focus-groups/$groupId/check" params={{ groupId: id }}>
              Read it, agree to it, or say what you would put otherwise
            </Link>
          </Alert>
        ))}
        <Text className="prose">
          What a few people said when they sat together, and the themes in it.{' '}
          <Link to="/surveys/focus-groups">Open focus groups</Link>
        </Text>
      </Stack>
    </section>
  );
}
