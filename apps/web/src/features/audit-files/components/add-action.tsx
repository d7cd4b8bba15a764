import { useState, type ReactElement } from 'react';
import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import type { AuditFile } from '../model/outputs.ts';
import { needed, SmallForm } from './small-form.tsx';
import { useKey } from './use-done.tsx';

interface AddActionProps {
  readonly file: AuditFile;
  readonly onCancel: () => void;
  readonly onDone: () => Promise<void>;
}

/** What, who and by when. It begins with whoever's practice was looked at; anybody else can be chosen. */
export function AddAction({ file, onCancel, onDone }: AddActionProps): ReactElement {
  const trpc = useTRPC();
  const { today } = useMe();
  const { keyFor } = useKey();
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState({ id: file.worker?.id ?? '', name: file.worker?.name ?? '' });
  const [dueOn, setDueOn] = useState('');
  const send = useMutation(trpc.audits.addAction.mutationOptions({ onSuccess: onDone }));
  const read = readDate('By when', 'dueOn', dueOn, today);

  function check(): FormProblem[] {
    return [
      ...needed('what', what, 'Say what is to be done.'),
      ...needed('owner', owner.id, 'Choose who does it.'),
      ...('value' in read
        ? read.value < today
          ? [{ entry: 'dueOn', message: '“By when”: this day has passed.' }]
          : []
        : [read]),
    ];
  }
  function add(): void {
    if (!('value' in read)) return;
    const asked = { itemId: file.id, what, ownerId: owner.id, dueOn: read.value };
    send.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <SmallForm
      formId="action"
      check={check}
      onSend={add}
      isSending={send.isPending}
      error={send.error}
      button="Agree this action"
      onCancel={onCancel}
    >
      {(field) => (
        <>
          <Textarea
            {...field('what')}
            label="What is to be done"
            description="So that somebody else can see that it is done. No names of children or families."
            autosize
            minRows={2}
            maxLength={2000}
            value={what}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
          <SubjectPicker
            {...field('owner')}
            kind="person"
            label="Who does it"
            value={owner.id}
            calledAs={owner.name}
            onChange={(id, name) => setOwner({ id, name })}
          />
          <DateField {...field('dueOn')} label="By when" value={dueOn} today={today} onChange={setDueOn} />
        </>
      )}
    </SmallForm>
  );
}
