import { useState, type ReactElement } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { countedInWords, filesInWords } from '../model/audit-words.ts';
import type { AuditView } from '../model/outputs.ts';
import { Card } from './card.tsx';
import { LeaveOff, type LeftOff } from './leave-off.tsx';
import { NotDone } from './not-done.tsx';
import { useIntention } from './use-intention.ts';

interface DrawCardProps {
  readonly audit: AuditView;
  readonly onDone: (words: string) => void;
}

/** Before the draw: the list of today, who is left off it, and the draw itself. */
export function DrawCard({ audit, onDone }: DrawCardProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  const [left, setLeft] = useState<readonly LeftOff[]>([]);
  const teams = audit.teams.map(({ code }) => code);
  const list = useQuery(trpc.audits.previewList.queryOptions({ about: audit.about, teams, text: null, size: null }));
  const draw = useMutation(
    trpc.audits.draw.mutationOptions({
      onSuccess: ({ drawn, of }) => onDone(`${filesInWords(drawn)} of ${of} ${drawn === 1 ? 'is' : 'are'} drawn.`),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  useUnsaved(left.length > 0 && !draw.isSuccess);

  function send(): void {
    const asked = {
      auditId: audit.id,
      baseVersion: audit.version,
      excluded: left.map(({ id, because }) => ({ id, because })),
    };
    draw.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  const total = (list.data?.total ?? 0) - left.length;
  return (
    <Card title="Next: draw">
      <Text className="prose">
        The list is frozen as it stands at that moment. {audit.size} are drawn from it, with {audit.reserves} in reserve, team by
        team in proportion. The order comes from a random seed, so nobody chooses. List, seed and fingerprint are kept: whoever
        has them can draw the same files again.
      </Text>
      <LeaveOff audit={audit} left={left} onChange={setLeft} />
      {draw.isError && <NotDone error={draw.error} />}
      <Group gap="md">
        <Button onClick={send} loading={draw.isPending}>
          Draw {Math.min(audit.size, list.data === undefined ? audit.size : total)}
        </Button>
        <Text c="dimmed" aria-live="polite">
          {list.data !== undefined &&
            `From ${countedInWords(total, audit.about)}${left.length === 0 ? '' : `, ${left.length} left off`}`}
        </Text>
      </Group>
    </Card>
  );
}
