import { useState } from 'react';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';

interface Intention {
  /** The key for what is meant to be sent: the same for the same again, a new one for anything else. */
  readonly keyFor: (what: unknown) => string;
  /** It was done: the same words again are another intention. */
  readonly isDone: () => void;
}

/** Keys that let a call be sent twice and done once. */
export function useIntention(): Intention {
  const [intention] = useState(makeIntention);
  return intention;
}

function makeIntention(): Intention {
  let last = { what: '', key: '' };
  return {
    keyFor(what) {
      const text = JSON.stringify(what);
      if (last.key === '' || last.what !== text) last = { what: text, key: newIdempotencyKey() };
      return last.key;
    },
    isDone() {
      last = { what: '', key: '' };
    },
  };
}
