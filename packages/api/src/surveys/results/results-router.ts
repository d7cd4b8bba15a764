import { router } from '../../trpc.ts';
import {
  decisionHistoryProcedure,
  listDecisionsProcedure,
  saveDecisionProcedure,
  withdrawDecisionProcedure,
} from '../decisions/decisions.ts';
import { getPlanProcedure, savePlanProcedure } from './plan.ts';
import { publishResultsProcedure } from './publish-results.ts';
import { getProofProcedure, verifyResultsProcedure } from './verify-results.ts';
import { listResultsProcedure, viewResultsProcedure } from './view-results.ts';

/** The published results of survey rounds. A list and nothing else. */
export const surveyResultsRouter = router({
  list: listResultsProcedure,
  get: viewResultsProcedure,
  plan: getPlanProcedure,
  savePlan: savePlanProcedure,
  publish: publishResultsProcedure,
  proof: getProofProcedure,
  verify: verifyResultsProcedure,
});

/** What was said, decided, changed and checked. A list and nothing else. */
export const surveyDecisionsRouter = router({
  list: listDecisionsProcedure,
  save: saveDecisionProcedure,
  withdraw: withdrawDecisionProcedure,
  history: decisionHistoryProcedure,
});
