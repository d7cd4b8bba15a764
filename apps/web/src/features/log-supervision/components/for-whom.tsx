import type { ReactElement } from 'react';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';

/** Whose supervision is being logged, always in sight: a supervision logged for the wrong person is hard to find again. */
export function ForWhom({ personId }: { readonly personId: string }): ReactElement | null {
  const trpc = useTRPC();
  const prepare = useQuery(trpc.supervision.prepare.queryOptions({ personId }));
  if (!prepare.isSuccess) return null;
  return (
    <Text className="prose">
      Supervision of <strong>{prepare.data.supervisee.name}</strong>.{' '}
      <Anchor component={Link} to="/supervisions/new">
        Choose somebody else
      </Anchor>
    </Text>
  );
}
