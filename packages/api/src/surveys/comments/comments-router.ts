import { router } from '../../trpc.ts';
import { closeConcernProcedure, viewConcernsProcedure } from './concerns.ts';
import { proposeReleaseProcedure } from './propose-release.ts';
import { referConcernProcedure } from './refer-concern.ts';
import { approveReleaseProcedure, sendBackProcedure } from './settle-comment.ts';
import { saveCommentThemeProcedure } from './themes.ts';
import { viewScreeningProcedure } from './view-screening.ts';

/** The screening of what was written in words. A list and nothing else. */
export const surveyCommentsRouter = router({
  screening: viewScreeningProcedure,
  propose: proposeReleaseProcedure,
  approve: approveReleaseProcedure,
  sendBack: sendBackProcedure,
  refer: referConcernProcedure,
  saveTheme: saveCommentThemeProcedure,
  concerns: viewConcernsProcedure,
  closeConcern: closeConcernProcedure,
});
