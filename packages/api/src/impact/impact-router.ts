import { router } from '../trpc.ts';
import { listEventsProcedure, viewContextProcedure } from './events.ts';
import { draftingProcedure, draftPackProcedure } from './inspection/draft-pack.ts';
import { getPackProcedure } from './inspection/get-pack.ts';
import { listPacksProcedure } from './inspection/list-packs.ts';
import { approvePackProcedure, checkPackProcedure } from './inspection/step-pack.ts';
import { endSampleProcedure } from './sample/end-sample.ts';
import { getSampleProcedure } from './sample/get-sample.ts';
import { listSamplesProcedure } from './sample/list-samples.ts';
import { openSampleProcedure } from './sample/open-sample.ts';
import { takeSampleProcedure } from './sample/take-sample.ts';
import { viewImpactProcedure } from './view-impact.ts';
import { listLateProcedure } from './list-late.ts';
import { whatIfProcedure } from './what-if.ts';

/** What stands beside the policy, by where pages find it. It is written by the procedures for facts. */
export const impactRouter = router({
  view: viewImpactProcedure,
  events: listEventsProcedure,
  context: viewContextProcedure,
  whatIf: whatIfProcedure,
  whatIfLate: listLateProcedure,
  packs: listPacksProcedure,
  pack: getPackProcedure,
  draftPack: draftPackProcedure,
  drafting: draftingProcedure,
  checkPack: checkPackProcedure,
  approvePack: approvePackProcedure,
  samples: listSamplesProcedure,
  sample: getSampleProcedure,
  takeSample: takeSampleProcedure,
  openSample: openSampleProcedure,
  endSample: endSampleProcedure,
});
