import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

const MINUTE = 60_000;

/** Reads are tried twice more when the connection fails, never when the answer was "no". */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: MINUTE,
        retry: (failures, error) => failures < 2 && ['offline', 'server'].includes(problemOf(error)),
      },
      mutations: { retry: false },
    },
  });
}
