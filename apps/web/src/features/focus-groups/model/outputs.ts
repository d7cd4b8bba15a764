import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Themes as the server answers them. */
export type ThemesView = RouterOutputs['focusGroups']['themes'];
