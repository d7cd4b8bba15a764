import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';

/** Asked for anew whenever such a page opens, and by nothing else: an answer in between would not reach what is being typed. */
export const WHEN_OPENED = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/**
 * What a page that holds what is typed begins with: as it stands when the page opens, never as an earlier page left it in the cache,
 * for a change of one's own made there would come back as somebody else's. Undefined until it has come. Whatever is asked later,
 * and whether that fails, the page has it.
 */
export function useOpened<Data>(query: Pick<UseQueryResult<Data>, 'data' | 'dataUpdatedAt'>): Data | undefined {
  const [openedAt] = useState(() => Date.now());
  return query.dataUpdatedAt >= openedAt ? query.data : undefined;
}
