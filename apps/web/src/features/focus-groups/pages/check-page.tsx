import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { FocusGroupView } from '@plumbline/analytics/focus-groups';
import type { QuestionNote } from '@plumbline/domain/focus-groups';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { Corrections } from '../components/corrections.tsx';
import { GroupCrumbs } from '../components/group-crumbs.tsx';
import { RecordRead } from '../components/record-read.tsx';

const route = getRouteApi('/surveys/focus-groups/$groupId/check');

/** Somebody who was there reads the record, agrees to it or says what they would put otherwise. */
export function CheckPage(): ReactElement {
  const { groupId } = route.useParams();
  const trpc = useTRPC();
  const group = useQuery(trpc.focusGroups.get.queryOptions({ groupId }));
  if (group.isError)
    return (
      <>
        <PageHeading title="Check the record" above={<GroupCrumbs />} />
        <Problem error={group.error} what="The record could not be loaded" onRetry={() => void group.refetch()} />
      </>
    );
  if (group.data === undefined) return <PageSkeleton label="Loading the record" />;
  return <Loaded group={group.data} />;
}

function Loaded({ group }: { readonly group: FocusGroupView }): ReactElement {
  const canCheck = group.isMember && group.state === 'with-members';
  return (
    <>
      <PageHeading
        title={`Check: ${group.record.title}`}
        above={<GroupCrumbs group={{ id: group.id, title: group.record.title }} here="Check it" />}
        lead="You were there. Is this what was said, does it speak for as many as it says, and is anybody left out who saw it otherwise? Your name stands beside a correction for whoever runs the group, and for nobody else."
      />
      {!canCheck && <Text>There is nothing to check: the record is not with its members now, or you were not in the room.</Text>}
      {canCheck && (
        <Stack gap="xl">
          <AgreeBar group={group} />
          <Corrections group={group} />
          <RecordRead record={group.record} below={(note) => <Otherwise group={group} note={note} />} />
          <AgreeBar group={group} />
        </Stack>
      )}
    </>
  );
}

function AgreeBar({ group }: { readonly group: FocusGroupView }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const agree = useMutation(trpc.focusGroups.agree.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  if (group.hasAgreed)
    return <SavedNotice title="You agreed to the record as it stands">If it is changed, you are asked again.</SavedNotice>;
  return (
    <Stack gap="xs">
      {agree.isError && <RefusalNotice refusal={refusalOf(agree.error)} />}
      <Group gap="sm">
        <Button
          loading={agree.isPending}
          onClick={() => agree.mutate({ groupId: group.id, baseVersion: group.version, idempotencyKey: newIdempotencyKey() })}
        >
          I agree to this record
        </Button>
      </Group>
    </Stack>
  );
}

function Otherwise({ group, note }: { readonly group: FocusGroupView; readonly note: QuestionNote }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [says, setSays] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOpen = says !== null;
  // The focus belongs to the browser: the field has just been asked for.
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  const propose = useMutation(
    trpc.focusGroups.propose.mutationOptions({
      onSuccess: async () => {
        setSays(null);
        await queryClient.invalidateQueries();
      },
    }),
  );
  useUnsaved(says !== null && says !== '');
  if (says === null)
    return (
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setSays('')}
          aria-label={`I would put this otherwise: ${note.asked}`}
        >
          I would put this otherwise
        </Button>
      </Group>
    );
  return (
    <Stack gap="xs" maw="40rem">
      {propose.isError && <RefusalNotice refusal={refusalOf(propose.error)} />}
      <Textarea
        ref={field}
        label="How would you put it?"
        description="No names of children, families or colleagues."
        autosize
        minRows={3}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button
          size="sm"
          loading={propose.isPending}
          disabled={says.trim() === ''}
          onClick={() =>
            propose.mutate({
              groupId: group.id,
              baseVersion: group.version,
              questionId: note.id,
              says: says.trim(),
              idempotencyKey: newIdempotencyKey(),
            })
          }
        >
          Send it to {group.record.facilitator === '' ? 'the facilitator' : group.record.facilitator}
        </Button>
        <Button size="sm" variant="default" onClick={() => setSays(null)}>
          Leave it
        </Button>
      </Group>
    </Stack>
  );
}
