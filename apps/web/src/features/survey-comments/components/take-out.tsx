import { useState, type ReactElement } from 'react';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { Mark, MarkKind } from '@plumbline/domain/surveys';
import { MARK_LABELS, placeOf } from '../model/pieces.ts';

/** Takes further words out: typed, or chosen in the comment with the mouse before. */
export function TakeOut({
  id,
  words,
  marks,
  onMark,
}: {
  readonly id: string;
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly onMark: (mark: Mark) => void;
}): ReactElement {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<MarkKind>('name');
  const [problem, setProblem] = useState<string | null>(null);

  function takeOut(): void {
    const chosen = typed.trim() === '' ? (globalThis.getSelection()?.toString() ?? '') : typed;
    const mark = placeOf(words, chosen, marks, kind);
    setProblem(mark === null ? 'These words do not stand in the comment. Type them as they stand there.' : null);
    if (mark === null) return;
    onMark(mark);
    setTyped('');
  }

  return (
    <Group align="flex-start" gap="sm">
      <TextInput
        id={`${id}-words`}
        label="Words to take out"
        value={typed}
        error={problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          takeOut();
        }}
      />
      <NativeSelect
        id={`${id}-kind`}
        label="They are a"
        value={kind}
        data={MARK_LABELS}
        onChange={(event) => setKind(event.currentTarget.value as MarkKind)}
      />
      <Button mt={28} variant="default" onClick={takeOut}>
        Take out
      </Button>
    </Group>
  );
}
