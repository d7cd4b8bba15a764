import { useRef, useState, type ReactElement } from 'react';
import { Box } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';

/** What was just done, said where it was done; everything about audits is asked anew first. */
export function useDone(): { readonly notice: ReactElement | null; readonly done: (says: string) => Promise<void> } {
  const [said, setSaid] = useState<{ readonly says: string; readonly count: number } | null>(null);
  const refresh = useRefresh();
  return {
    notice:
      said === null ? null : (
        <Box mb="sm" className="no-print">
          <SavedNotice key={said.count} title={said.says} />
        </Box>
      ),
    done: async (says) => {
      await refresh();
      setSaid((before) => ({ says, count: (before?.count ?? 0) + 1 }));
    },
  };
}

/** Asks anew for what is shown about audits, and for what they want of somebody on the first page. */
export function useRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() });
    await queryClient.invalidateQueries({ queryKey: trpc.audits.pathKey() });
  };
}

/** One key for one intention: the same while the same is sent again, a new one once it was done. */
export function useKey(): { readonly keyFor: (intention: unknown) => string; readonly forget: () => void } {
  const kept = useRef<{ readonly of: string; readonly key: string } | null>(null);
  return {
    keyFor: (intention) => {
      const of = JSON.stringify(intention);
      if (kept.current?.of !== of) kept.current = { of, key: newIdempotencyKey() };
      return kept.current.key;
    },
    forget: () => {
      kept.current = null;
    },
  };
}
