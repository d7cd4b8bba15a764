import { router } from '../trpc.ts';
import { listAuditedFilesProcedure, viewBoardProcedure } from './board/view-board.ts';
import { addActionProcedure, listActionsProcedure, stepActionProcedure } from './closing/actions.ts';
import { answerAlertProcedure } from './closing/alerts.ts';
import { addLearningProcedure, answerLearningProcedure, listSharedLearningProcedure } from './closing/learning.ts';
import { figuresToSignProcedure, listSignOffsProcedure, signOffProcedure } from './closing/sign-off.ts';
import { assignFileProcedure, listAuditorsProcedure, nameSecondGraderProcedure, shareFilesOutProcedure } from './files/assign.ts';
import { completeFileProcedure, feedBackProcedure, takeFileBackProcedure } from './files/complete-file.ts';
import { getFileProcedure } from './files/get-file.ts';
import { myAuditsProcedure } from './files/my-audits.ts';
import { putAsideProcedure } from './files/put-aside.ts';
import { saveFileProcedure } from './files/save-file.ts';
import { agreeOnGradeProcedure, gradeSecondProcedure } from './files/second-grade.ts';
import { beginCheckProcedure, listCheckToolsProcedure } from './programme/begin-check.ts';
import { drawAgainProcedure, drawAuditProcedure, pickFilesProcedure } from './programme/draw-audit.ts';
import { getAuditProcedure } from './programme/get-audit.ts';
import { listProgrammeProcedure } from './programme/list-programme.ts';
import { moveAuditProcedure } from './programme/move-audit.ts';
import { changePlanProcedure, planAuditProcedure } from './programme/plan-audit.ts';
import { previewListProcedure } from './programme/preview-list.ts';
import { getToolProcedure } from './tools/get-tool.ts';
import { listToolsProcedure } from './tools/list-tools.ts';
import { publishToolProcedure } from './tools/publish-tool.ts';
import { discardToolProcedure, saveToolProcedure } from './tools/save-tool.ts';
import { startToolProcedure } from './tools/start-tool.ts';

/** Everything about audits, by where pages find it. A list and nothing else. */
export const auditRouter = router({
  mine: myAuditsProcedure,
  board: viewBoardProcedure,
  auditedFiles: listAuditedFilesProcedure,
  programme: listProgrammeProcedure,
  plan: planAuditProcedure,
  changePlan: changePlanProcedure,
  checkTools: listCheckToolsProcedure,
  beginCheck: beginCheckProcedure,
  previewList: previewListProcedure,
  draw: drawAuditProcedure,
  drawAgain: drawAgainProcedure,
  pick: pickFilesProcedure,
  move: moveAuditProcedure,
  get: getAuditProcedure,
  auditors: listAuditorsProcedure,
  assign: assignFileProcedure,
  shareOut: shareFilesOutProcedure,
  nameSecondGrader: nameSecondGraderProcedure,
  putAside: putAsideProcedure,
  file: getFileProcedure,
  saveFile: saveFileProcedure,
  completeFile: completeFileProcedure,
  takeFileBack: takeFileBackProcedure,
  feedBack: feedBackProcedure,
  gradeSecond: gradeSecondProcedure,
  agreeOnGrade: agreeOnGradeProcedure,
  answerAlert: answerAlertProcedure,
  actions: listActionsProcedure,
  addAction: addActionProcedure,
  stepAction: stepActionProcedure,
  addLearning: addLearningProcedure,
  answerLearning: answerLearningProcedure,
  sharedLearning: listSharedLearningProcedure,
  signOffs: listSignOffsProcedure,
  figuresToSign: figuresToSignProcedure,
  signOff: signOffProcedure,
});

export const auditToolRouter = router({
  list: listToolsProcedure,
  get: getToolProcedure,
  start: startToolProcedure,
  save: saveToolProcedure,
  publish: publishToolProcedure,
  discard: discardToolProcedure,
});
