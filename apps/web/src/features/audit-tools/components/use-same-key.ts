import { useRef } from 'react';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';

/** The key under which something is sent: the same for as long as the same is sent again, another for anything else. */
export function useSameKey(): (asked: object) => string {
  const last = useRef({ asked: '', key: '' });
  return (asked) => {
    const now = JSON.stringify(asked);
    if (last.current.asked !== now) last.current = { asked: now, key: newIdempotencyKey() };
    return last.current.key;
  };
}
