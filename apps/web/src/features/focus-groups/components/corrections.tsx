import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { FocusGroupCorrectionRow, FocusGroupView } from '@plumbline/analytics/focus-groups';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import css from './focus-groups.module.css';

const STATES: Readonly<Record<FocusGroupCorrectionRow['state'], string>> = {
  open: 'Not answered yet',
  taken: 'Taken over',
  declined: 'Not taken over',
};

/** What members would put otherwise: one's own, or all of it for whoever runs the group. */
export function Corrections({ group }: { readonly group: FocusGroupView }): ReactElement | null {
  if (group.corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <Title order={2} id="corrections">
        {group.mayRun ? 'What members would put otherwise' : 'What you would put otherwise'}
      </Title>
      {group.corrections.map((correction) => (
        <Correction key={correction.id} group={group} correction={correction} />
      ))}
    </section>
  );
}

function Correction({
  group,
  correction,
}: {
  readonly group: FocusGroupView;
  readonly correction: FocusGroupCorrectionRow;
}): ReactElement {
  const place = group.record.questions.findIndex(({ id }) => id === correction.questionId) + 1;
  return (
    <div className={css['note']}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {correction.by?.name ?? 'You'} · {place === 0 ? 'the whole record' : `question ${place}`} · {STATES[correction.state]}
        </Text>
        <Text className={css['written'] ?? ''}>{correction.says}</Text>
        {correction.reply !== null && <Text className={css['written'] ?? ''}>Answer: {correction.reply}</Text>}
        {group.mayRun && correction.state === 'open' && <AnswerForm groupId={group.id} correctionId={correction.id} />}
      </Stack>
    </div>
  );
}

function AnswerForm({ groupId, correctionId }: { readonly groupId: string; readonly correctionId: string }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [reply, setReply] = useState('');
  const answer = useMutation(trpc.focusGroups.answer.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  const send = (isTaken: boolean): void =>
    answer.mutate({ groupId, correctionId, isTaken, reply: reply.trim(), idempotencyKey: newIdempotencyKey() });
  const refusal = answer.isError ? refusalOf(answer.error) : null;
  return (
    <Stack gap="xs" maw="40rem" className="no-print">
      {refusal !== null && refusal.fields['reply'] === undefined && <RefusalNotice refusal={refusal} />}
      <Textarea
        label="Your answer"
        description="They read it. Where you do not take it over, say why."
        autosize
        minRows={2}
        value={reply}
        error={refusal?.fields['reply']}
        onChange={(event) => setReply(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button size="sm" loading={answer.isPending} onClick={() => send(true)}>
          I take it over
        </Button>
        <Button size="sm" variant="default" loading={answer.isPending} onClick={() => send(false)}>
          I do not
        </Button>
      </Group>
    </Stack>
  );
}
