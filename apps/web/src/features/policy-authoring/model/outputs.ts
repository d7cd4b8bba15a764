import type { PolicyDraftView } from '@plumbline/analytics/compliance';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

/** What the calls of the server answer. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** A draft as the server answers it. */
export type LoadedDraft = Omit<PolicyDraftView, 'pack'> & { readonly pack?: unknown };
