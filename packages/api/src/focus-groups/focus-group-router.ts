import { router } from '../trpc.ts';
import { agreeRecordProcedure, answerCorrectionProcedure, proposeCorrectionProcedure } from './check-record.ts';
import { codeExtractProcedure } from './code-extract.ts';
import { readCodebookProcedure, saveCodebookProcedure, viewCodebookProcedure } from './codebook.ts';
import { cutExtractProcedure, dropExtractProcedure } from './cut-extract.ts';
import { getGroupProcedure } from './get-group.ts';
import { importGroupProcedure } from './import-group.ts';
import { listGroupsProcedure } from './list-groups.ts';
import { listStaffProcedure } from './list-staff.ts';
import { moveGroupProcedure } from './move-group.ts';
import { planGroupProcedure } from './plan-group.ts';
import { saveGroupProcedure } from './save-group.ts';
import { setMembersProcedure } from './set-members.ts';
import { saveThemeProcedure, viewThemesProcedure, withdrawThemeProcedure } from './themes.ts';
import { viewCodingProcedure } from './view-coding.ts';

/** Everything about focus groups. A list and nothing else. */
export const focusGroupRouter = router({
  list: listGroupsProcedure,
  get: getGroupProcedure,
  staff: listStaffProcedure,
  plan: planGroupProcedure,
  save: saveGroupProcedure,
  setMembers: setMembersProcedure,
  move: moveGroupProcedure,
  importRecord: importGroupProcedure,
  agree: agreeRecordProcedure,
  propose: proposeCorrectionProcedure,
  answer: answerCorrectionProcedure,
  coding: viewCodingProcedure,
  cut: cutExtractProcedure,
  drop: dropExtractProcedure,
  code: codeExtractProcedure,
  codebook: viewCodebookProcedure,
  saveCodebook: saveCodebookProcedure,
  readCodebook: readCodebookProcedure,
  themes: viewThemesProcedure,
  saveTheme: saveThemeProcedure,
  withdrawTheme: withdrawThemeProcedure,
});
