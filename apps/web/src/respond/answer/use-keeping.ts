import { useEffect, useState } from 'react';
import { keep } from '../sealed/keep.ts';
import { receiptOf } from './verify.ts';
import type { Draft, Work } from './work.ts';

/** `off`: nothing is kept here. */
export type Keeping = 'off' | 'keeping' | 'kept' | 'failed';

const AFTER_MILLISECONDS = 400;

/**
 * Keeps the draft on its owner's own device, a moment after each change and at once when the page goes out of sight. On any
 * other device it does nothing at all.
 */
export function useKeeping(work: Work | null, isUnsent: boolean): Keeping {
  const [ended, setEnded] = useState<{ readonly draft: Draft; readonly as: 'kept' | 'failed' } | null>(null);
  const draft = work?.device === 'own' && isUnsent ? work.draft : null;
  // The browser's storage, and its word that the page is going out of sight.
  useEffect(() => {
    if (draft === null) return undefined;
    let isDone = false;
    const now = (): void => {
      if (isDone) return;
      isDone = true;
      void receiptOf(draft.ticket.token)
        .then((id) => keep(id, draft))
        .then(() => setEnded({ draft, as: 'kept' }))
        .catch(() => setEnded({ draft, as: 'failed' }));
    };
    const timer = setTimeout(now, AFTER_MILLISECONDS);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', now);
    };
  }, [draft]);
  if (draft === null) return 'off';
  return ended?.draft === draft ? ended.as : 'keeping';
}

/** Asks before the page is closed while something on it would be lost. */
export function useWarningBeforeLeaving(isLost: boolean): void {
  // The browser's own question.
  useEffect(() => {
    if (!isLost) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isLost]);
}
