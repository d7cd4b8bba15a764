import { type ReactElement } from 'react';
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/api/trpc.ts';
import { Problem } from '../../app/states/problem.tsx';
import { useAsOf } from '../as-of/use-as-of.ts';
import { DutyHistory } from './duty-history.tsx';
import { SessionList } from './session-list.tsx';

/** What has been asked and held for one person or child, for side panels. */
export function SubjectHistory({ subjectId }: { readonly subjectId: string }): ReactElement {
  const trpc = useTRPC();
  const asOf = useAsOf();
  const subject = useQuery(trpc.subject.view.queryOptions({ subjectId, ...asOf.question }));
  if (subject.isPending)
    return (
      <Stack gap="xs" aria-busy="true">
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} height={36} />
        ))}
      </Stack>
    );
  if (subject.isError)
    return <Problem error={subject.error} what="The history could not be loaded" onRetry={() => void subject.refetch()} />;
  return (
    <Stack gap="xl">
      <DutyHistory rows={subject.data.history} />
      <SessionList sessions={subject.data.sessions} />
    </Stack>
  );
}
