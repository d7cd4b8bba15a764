import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>;

/** What the record, audits, surveys and focus groups say, part by part. */
export type ImpactView = Outputs['impact']['view'];
export type ConstructView = ImpactView['constructs'][number];
export type VersionLabel = ImpactView['version'];
export type Rival = ImpactView['rivals'][number];
export type Standing = ConstructView['standings']['record'];
export type Reading = ConstructView['reading'];
export type MonthSeries = NonNullable<ConstructView['series']>;

/** Results that were published, with what was decided after them. */
export type PublishedResults = Outputs['surveyResults']['list']['rounds'];
/** Figures that were signed off. */
export type Signatures = Outputs['audits']['signOffs']['signed'];
