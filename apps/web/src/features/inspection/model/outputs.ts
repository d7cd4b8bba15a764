import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>['impact'];

/** One pack of the list. */
export type PackRow = Outputs['packs'][number];

/** A pack with all that stands in it. */
export type PackView = Outputs['pack'];

export type PackPart = PackView['pack']['parts'][number];
export type PackFigure = PackPart['figures'][number];
