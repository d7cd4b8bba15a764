import { useState, type ReactElement } from 'react';
import { Button, List, Text } from '@mantine/core';
import type { SessionLogged } from '@plumbline/analytics/compliance';
import { useMe } from '../../../app/session/me.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import type { Refusal } from '../../../parts/form/refusal.ts';
import { changedLines, clockOf, type DueBefore } from '../model/changed-words.ts';
import type { OfferedChild } from '../model/offered-children.ts';

export interface UndoState {
  readonly canUndo: boolean;
  readonly isBusy: boolean;
  readonly isDone: boolean;
  readonly refusal: Refusal | null;
  readonly run: () => void;
  /** Opens the form again after something was taken back. */
  readonly startAgain: () => void;
}

interface LoggedNoticeProps {
  readonly logged: { readonly answer: SessionLogged; readonly before: DueBefore };
  readonly offered: readonly OfferedChild[];
  readonly undo: UndoState;
  readonly onDone: () => void;
}

/** What was saved and what changed by it, at once; undo beside it. */
export function LoggedNotice({ logged, offered, undo, onDone }: LoggedNoticeProps): ReactElement {
  const { today } = useMe();
  // As they stood when it was saved: what the page shows of them is read again at once.
  const [offeredBefore] = useState(offered);
  if (undo.isDone) {
    return (
      <SavedNotice
        title="Taken back: the log stands as it did before"
        actions={
          <>
            <Button onClick={undo.startAgain}>Log it again</Button>
            <Button variant="default" onClick={onDone}>
              Close
            </Button>
          </>
        }
      />
    );
  }
  const before = {
    ...Object.fromEntries(
      offeredBefore.flatMap(({ current }) =>
        current === null ? [] : [[clockOf(current), current.effectiveDueOn ?? current.dueOn] as const],
      ),
    ),
    ...logged.before,
  };
  const lines = changedLines(logged.answer.changed, before, today);
  return (
    <SavedNotice
      title="Saved in the log"
      onUndo={undo.canUndo ? undo.run : undefined}
      isUndoing={undo.isBusy}
      actions={<Button onClick={onDone}>Done</Button>}
    >
      {lines.length === 0 ? (
        <Text>No due date moved.</Text>
      ) : (
        <List spacing="xs">
          {lines.map((line) => (
            <List.Item key={line.id}>
              <b>{line.who}</b>, {line.title}: {line.says}
            </List.Item>
          ))}
        </List>
      )}
      {undo.refusal !== null && <RefusalNotice refusal={undo.refusal} />}
    </SavedNotice>
  );
}
