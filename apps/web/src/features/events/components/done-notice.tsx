import { type ReactElement } from 'react';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import type { Done, EventChanges } from './use-event-changes.ts';

/** Says what was just done to an event, and offers to take it back. */
export function DoneNotice({ done, changes }: { readonly done: Done; readonly changes: EventChanges }): ReactElement {
  return (
    <SavedNotice
      title={wordsOf(done)}
      onUndo={done.kind === 'taken-back' ? undefined : () => changes.undo(done)}
      isUndoing={changes.isBusy}
    >
      {done.kind === 'withdrawn' ? 'Charts no longer show it. Its history is kept.' : null}
    </SavedNotice>
  );
}

function wordsOf(done: Done): string {
  switch (done.kind) {
    case 'written':
      return `Written down: “${done.title}”.`;
    case 'corrected':
      return `Corrected: “${done.before.title}”.`;
    case 'withdrawn':
      return `Withdrawn: “${done.before.title}”.`;
    case 'taken-back':
      return 'Taken back: the list is as it was before.';
  }
}
