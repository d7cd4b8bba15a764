export { callerOf, type Caller } from './access/caller.ts';
export { exportBoard, monthsAsked, type ExportedBoard } from './audits/board/export-board.ts';
export { createCaller } from './create-caller.ts';
export type { Clock, Context, RefusedOfDay, Services, SignedIn } from './context.ts';
export { keepImported } from './focus-groups/import-group.ts';
export { MOST_RECORD_MEGABYTES, readRecordFile, readRecordUpload } from './focus-groups/read-file.ts';
export { workOutWhatIf, type WhatIfAsked, type WhatIfDesk, type WorkedOutWhatIf } from './impact/work-out-what-if.ts';
export type { WhatIfMemory } from './impact/what-if-year.ts';
export { exportPack, type ExportedPack, type PackForm } from './impact/inspection/export-pack.ts';
export { makePack, makePackApart, packHash, type PackAsked, type PackMaker } from './impact/inspection/make-pack.ts';
export { makePackDesk, type PackDesk } from './impact/inspection/pack-desk.ts';
export { figuresOfCsv, figuresOfPack, verifyFigures, type VerifiedFigure } from './impact/inspection/verify-pack.ts';
export { exportSample, type ExportedSample, type SampleForm } from './impact/sample/export-sample.ts';
export { makeImportJobs, type ImportJobs } from './import-jobs/import-jobs.ts';
export { lastColumnChoices } from './import-jobs/column-choices.ts';
export { overlapsKnown, problemRow } from './import-jobs/kept-problem.ts';
export { knownFacts, knownWith } from './import-jobs/known-facts.ts';
export { uploadImport } from './import-jobs/upload-import.ts';
export { planImport, sourceOfFile, templateCsv, writeFacts, type ImportPlan } from './imports/index.ts';
export { attachDocument, MOST_DOCUMENT_MEGABYTES } from './policy-documents/attach-document.ts';
export { openDocument } from './policy-documents/open-document.ts';
export { exportDraft, exportVersion, type ExportedPolicy } from './policy/export-version.ts';
export { makeChangesDesk, type ChangesDesk, type WorkOut } from './policy-changes/changes-desk.ts';
export { workOutChanges, type ChangesAsked, type WorkedOutChanges } from './policy-changes/work-out-changes.ts';
export type { PolicyShelf, ShelvedPolicy } from './policy/policy-shelf.ts';
export { isReportDue, lastDue, nextDue, type ReportDays, type ReportSchedule } from './reports/report-schedule.ts';
export { approveRelease } from './surveys/comments/settle-comment.ts';
export { proposeRelease } from './surveys/comments/propose-release.ts';
export { saveTheme } from './surveys/comments/themes.ts';
export { viewScreening } from './surveys/comments/view-screening.ts';
export { saveDecision } from './surveys/decisions/decisions.ts';
export { exportResults, type ExportedResults } from './surveys/results/export-results.ts';
export { publishResults } from './surveys/results/publish-results.ts';
export {
  checkResults,
  makeResults,
  type CheckedRelease,
  type ReleaseDesk,
  type ReleaseOrder,
  type RoundEvidence,
} from './surveys/results/release-desk.ts';
export { verifyResults } from './surveys/results/verify-results.ts';
export { makeCellKeys, openCellKey, signBlinded } from './surveys/rounds/cell-keys.ts';
export { finishRounds } from './surveys/rounds/close-round.ts';
export type { BoxPort, KeySafe, MailPort } from './surveys/rounds/ports.ts';
export { CODE_OF_PROBLEM, ProblemError, type Problem, type ProblemKind } from './problems.ts';
export { appRouter, type AppRouter } from './router.ts';
