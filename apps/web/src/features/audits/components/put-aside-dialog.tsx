import { useState, type ReactElement } from 'react';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { REASON_WORDS, REASONS, type Reason } from '../model/audit-words.ts';
import type { AuditView, FileRow } from '../model/outputs.ts';
import { NotDone } from './not-done.tsx';
import { useIntention } from './use-intention.ts';

interface PutAsideDialogProps {
  readonly audit: AuditView;
  readonly file: FileRow;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Puts one file aside with its reason; the next in reserve takes its place. */
export function PutAsideDialog({ audit, file, onDone, onClose }: PutAsideDialogProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  const [because, setBecause] = useState<Reason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const put = useMutation(
    trpc.audits.putAside.mutationOptions({
      onSuccess: ({ calledUp }) => {
        const next = calledUp ? 'The next in reserve is called up.' : 'Nothing is left in reserve.';
        onDone(`The file of ${file.label} is put aside. ${audit.basis === 'random' ? next : ''}`.trim());
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );

  function send(): void {
    if (because === null) return setMissing(true);
    const asked = { itemId: file.id, baseVersion: file.version, because };
    put.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <Modal opened onClose={onClose} title={`Put aside the file of ${file.label}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <Text>{consequenceOf(audit, file)}</Text>
        {put.isError && <NotDone error={put.error} />}
        <Radio.Group
          label="Reason"
          value={because ?? ''}
          error={isMissing && because === null ? 'Choose a reason.' : undefined}
          onChange={(value) => setBecause(REASONS.find((one) => one === value) ?? null)}
        >
          <Stack gap="xs" mt={4}>
            {REASONS.map((reason) => (
              <Radio key={reason} value={reason} label={REASON_WORDS[reason]} />
            ))}
          </Stack>
        </Radio.Group>
        <Group gap="sm">
          <Button onClick={send} loading={put.isPending}>
            Put it aside
          </Button>
          <Button variant="default" onClick={onClose}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function consequenceOf({ basis, progress }: AuditView, { state }: FileRow): string {
  const begun = state === 'begun' ? 'Its auditor has begun, and no longer reaches it. ' : '';
  if (basis !== 'random') return `${begun}It is left out of this audit for good, and the reason is kept.`;
  const next =
    progress.reserve === 0
      ? 'Nothing is left in reserve, so nothing takes its place.'
      : 'The next in reserve, of the same team where there is one, takes its place.';
  return `${begun}It is left out of this audit for good, and the reason is kept. ${next}`;
}
