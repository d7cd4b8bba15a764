import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';

interface DecideOtherwiseProps {
  /** What is decided: one convention counted otherwise, or one clause read the other way. */
  readonly from:
    | { readonly kind: 'convention'; readonly name: string; readonly value: string }
    | { readonly kind: 'reading'; readonly id: string };
  /** What the button says: "Count it otherwise". */
  readonly label: string;
  /** What it would be then, in words. */
  readonly then: string;
}

/** Decides that something is counted or read otherwise here: says why, and shows what that would change before it is done. */
export function DecideOtherwise({ from, label, then }: DecideOtherwiseProps): ReactElement {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [because, setBecause] = useState('');
  const [isMissing, setMissing] = useState(false);
  const start = useMutation(
    trpc.policyDrafts.start.mutationOptions({
      onSuccess: ({ draftId }) => void navigate({ to: '/policy/draft', search: { id: draftId, part: 'changes' } }),
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (because.trim().length < 3) return setMissing(true);
    return start.mutate({ from: { ...from, because: because.trim() }, title: label, idempotencyKey: newIdempotencyKey() });
  }

  if (!isOpen)
    return (
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="sm" maw="36rem" py="sm">
        <Text>Then: {then}</Text>
        <Textarea
          label="Why it is decided otherwise here"
          description="Kept with your name and today’s date. Nothing changes yet: you see next what it would change, and a second person publishes it."
          autosize
          minRows={2}
          maxLength={500}
          required
          value={because}
          error={isMissing ? 'A few words are needed.' : null}
          onChange={(event) => {
            setMissing(false);
            setBecause(event.currentTarget.value);
          }}
        />
        {start.isError && <RefusalNotice refusal={refusalOf(start.error)} />}
        <Group gap="sm">
          <Button type="submit" loading={start.isPending}>
            See what it would change
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
