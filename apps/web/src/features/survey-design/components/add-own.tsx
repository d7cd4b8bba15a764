import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { WORDS_WARNING } from '@plumbline/domain/surveys';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { KIND_WORDS } from '../model/item-words.ts';
import { OWN_KINDS, ownItem, withItems, type OwnKind } from '../model/edit-form.ts';
import type { FormWork } from './use-form.ts';

interface AddOwnProps {
  readonly work: FormWork;
  /** The question after which it is put; at the end where null. */
  readonly after: string | null;
  readonly onAdded: (itemId: string) => void;
  readonly onClose: () => void;
}

/** A question of the council's own: its words and how it is answered; everything else is set where it then stands. */
export function AddOwn({ work, after, onAdded, onClose }: AddOwnProps): ReactElement {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<OwnKind>('scale');
  const [isMissing, setIsMissing] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return setIsMissing(true);
    // Part of a random key: nothing else may ever count as the same question.
    const item = ownItem(work.form, kind, text.trim(), newIdempotencyKey().slice(0, 13), WORDS_WARNING);
    work.edit((form) => withItems(form, [item], after), `Added “${item.text}”`);
    return onAdded(item.id);
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="md" maw="36rem" mb="lg">
        <Textarea
          label="Your question"
          description="One idea. Ask what happened rather than what people think, where you can."
          autosize
          minRows={2}
          maxLength={300}
          data-autofocus
          value={text}
          error={isMissing && text.trim() === '' ? 'Write the question first.' : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          label="How it is answered"
          data={OWN_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          value={kind}
          maw="20rem"
          onChange={(event) => setKind(event.currentTarget.value as OwnKind)}
        />
        <Group gap="sm">
          <Button type="submit">Add this question</Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
