import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@plumbline/api/router-types';

export type { AppRouter };

/** `useTRPC()` gives typed query and mutation options for react-query: `useQuery(trpc.home.get.queryOptions())`. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
