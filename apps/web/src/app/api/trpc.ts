import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { ContractRouter } from './contract-router.ts';

export type AppRouter = ContractRouter;

/** `useTRPC()` gives typed query and mutation options for react-query: `useQuery(trpc.home.get.queryOptions())`. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
