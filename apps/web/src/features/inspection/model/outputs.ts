import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>['impact'];

/** Every pack that the reader may see. */
export type PackList = Outputs['packs'];

/** One pack of the list. */
export type PackRow = Outputs['packs']['packs'][number];

/** Whose packs the reader may draft. */
export type MayDraft = Outputs['packs']['mayDraft'];

/** A pack with all that stands in it. */
export type PackView = Outputs['pack'];

export type PackPart = PackView['pack']['parts'][number];
export type PackFigure = PackPart['figures'][number];
