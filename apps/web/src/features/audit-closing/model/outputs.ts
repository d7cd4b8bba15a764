import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type RouterOutputs = inferRouterOutputs<AppRouter>;

/** What was agreed after an audit or a signature, as the server answers it. */
export type ActionRow = RouterOutputs['audits']['actions'][number];
export type SignOffsView = RouterOutputs['audits']['signOffs'];
export type SignOffView = SignOffsView['signed'][number];
export type SignedFigures = SignOffView['figures'];
export type FiguresToSign = RouterOutputs['audits']['figuresToSign'];
export type SignedTeam = SignedFigures['teams'][number];
