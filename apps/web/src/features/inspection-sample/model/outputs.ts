import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>['impact'];

/** One sample of the list. */
export type SampleRow = Outputs['samples'][number];

/** A sample without what is read in it. */
export type SampleView = Outputs['sample'];

/** A sample with what is read in it. */
export type OpenedSample = Outputs['openSample'];
export type SampleFile = OpenedSample['files'][number];
export type SamplePart = SampleFile['parts'][number];

export type TakeSampleInput = inferRouterInputs<AppRouter>['impact']['takeSample'];
export type Inspectorate = TakeSampleInput['inspectorate'];
