export { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './embedded/start-embedded.ts';
export { migrate } from './schema/migrate.ts';
export { newPasswords, preparationSql, prepare, urlsFor, type DatabaseUrls, type Passwords } from './access/prepare.ts';
export { inCouncil, openDatabase, type CouncilTransaction, type Database, type DatabaseOptions } from './access/database.ts';
export { alone } from './access/alone.ts';
export { comeToWork, type Presence } from './access/presence.ts';
export { openIdentity, type IdentityDatabase } from './access/identity.ts';
export { enqueueJob, type NewJob } from './jobs/enqueue-job.ts';
export { installWorker } from './jobs/install-worker.ts';
export { startWorker, type Job, type Worker, type WorkerOptions } from './jobs/start-worker.ts';

export { createCouncil, findCouncil, listCouncils, type Council } from './council/councils.ts';
export {
  findCompiledPolicy,
  findPolicyVersion,
  findTimeline,
  listPolicyVersions,
  type PolicyVersion,
  type Publication,
  type PublishedPolicy,
} from './council/policies.ts';
export {
  attachDocument,
  attachedDocuments,
  findDocument,
  keepDocument,
  readDocument,
  type NewDocument,
  type PolicyDocument,
} from './council/policy-documents.ts';
export {
  changeDraft,
  createDraft,
  findDraft,
  listDrafts,
  type DraftChange,
  type DraftHead,
  type DraftOffer,
  type DraftOrigin,
  type DraftState,
  type NewDraft,
  type PolicyDraft,
} from './council/policy-drafts.ts';
export { markRead, readersOf, versionsReadBy } from './council/policy-readings.ts';
export {
  addDesignVersion,
  changeDesign,
  createDesign,
  findDesign,
  findDesignVersion,
  listDesigns,
  listDesignVersions,
  type DesignHead,
  type DesignOrigin,
  type DesignVersion,
  type DesignVersionHead,
  type SurveyDesign,
} from './surveys/designs.ts';
export { listFeeds } from './council/list-feeds.ts';
export { publishAndFollow, setFeeds, setPolicy, type FeedWrite } from './council/feeds.ts';
export { listCodes, noteCodes, setCode, type CodeMapping } from './council/codes.ts';
export { keepRead, listReadsAbout, type ReadsOfDay, type RecordRead } from './council/reads.ts';
export { keepMembership, membersOf, membershipsOf, rolesOn, type Membership } from './council/memberships.ts';
export { lockCouncil } from './duties/rebuild-duties.ts';
export { addToOutbox, listAudit, writeAudit, type AuditEntry } from './council/audit.ts';
export {
  addMails,
  countMails,
  markMailFailed,
  markMailSent,
  takeMails,
  type NewMail,
  type WaitingMail,
} from './council/mails.ts';
export { claimKey, forgetOldKeys, keepResponse, type Earlier, type IdempotencyKey } from './council/once.ts';

export { listContextFigures, listHeldMeasures, type ContextFigure, type ContextFigureQuery } from './facts/context-figures.ts';
export { clockFactsStamp, loadClockFacts, type ClockFactsSince } from './facts/load-clock-facts.ts';
export { factsNaming, loadFacts, type FactScope, type LoadOptions } from './facts/load-facts.ts';
export {
  countFacts,
  findFact,
  findFactByKey,
  findKind,
  listFacts,
  listVersions,
  type FactQuery,
  type StoredFact,
} from './facts/stored-fact.ts';
export { teamManagers, type TeamManager } from './facts/team-managers.ts';
export { findWithdrawal, type Withdrawal } from './facts/withdrawals.ts';
export {
  ensureSubjects,
  findSubject,
  findSubjects,
  loadBook,
  type BookContents,
  type IdBook,
  type SubjectRef,
} from './facts/subjects.ts';
export { listSubjectRefs } from './facts/subject-refs.ts';
export { searchSubjects, type FoundSubject } from './facts/search-subjects.ts';
export type { FactChange, FactProblem } from './facts/change-facts.ts';

export {
  whileWritingFacts,
  writeFacts,
  type FactWrite,
  type FactWriter,
  type WriteResult,
  type WrittenFact,
} from './duties/write-facts.ts';
export { checkDuties, rebuildDuties, type DutyCheck, type RebuildOptions } from './duties/rebuild-duties.ts';
export { isFresh, openAhead, OPENED_AHEAD_DAYS } from './duties/open-ahead.ts';
export type { Replaced } from './duties/replace-everybody.ts';
export {
  answersOn,
  dutiesAbout,
  listOpenDuties,
  monthlyFigures,
  responsibilitiesOf,
  type AnswerQuery,
  type MonthQuery,
  type MonthRow,
  type OpenDutyQuery,
  type Subjects,
} from './duties/read-duties.ts';
export { councilFigures, type CouncilMonth } from './duties/council-figures.ts';
export { countAnswers, type AnswerCount } from './duties/count-answers.ts';
export { countClocks, type FindingCount } from './duties/count-clocks.ts';
export { monthsSoFar, monthsToday, type MonthsQuery, type TeamMonth } from './duties/months-so-far.ts';
export { loadLanes, type LaneContents, type LaneDays } from './duties/lane-facts.ts';
export type { LaneFact, LaneFacts } from './duties/lane-columns.ts';
export { listAlerts, type ChildAlert } from './duties/alerts.ts';

export { applyImports, type ApplyOptions, type FileToApply, type ImportsResult } from './imports/apply-imports.ts';
export { previewImport, type ImportPreview, type PreviewedChange } from './imports/preview-import.ts';
export { forgetAbandoned, forgetArriving, keepPiece, openKeptFile, PIECE_BYTES, type KeptFile } from './imports/import-file.ts';
export type { ImportConcern, ImportConcernKind } from './imports/import-concerns.ts';
export { awaiting, findStaged, type StagedReference } from './imports/staged-references.ts';
export { countFilled } from './facts/count-filled.ts';
export { seedCouncil, type Seed } from './imports/seed-council.ts';
export type { ImportRow, MergeCounts, MergeOptions, OverlapProblem } from './imports/merge-import.ts';
export {
  clearRows,
  clearStaging,
  createImport,
  findImport,
  keepPreview,
  keepProblems,
  listImports,
  listPreview,
  listStagedRows,
  stageRows,
  updateImport,
  type Awaited,
  type ImportRun,
  type ImportState,
  type ImportUpdate,
  type NewImport,
  type RowProblems,
  type StagedRow,
} from './imports/import-runs.ts';

export {
  changeRound,
  createRound,
  findRound,
  listRounds,
  listUnfinishedRounds,
  type NewSurveyRound,
  type RoundChange,
  type SurveyRound,
} from './surveys/rounds.ts';
export { destroyKeys, dropList, keepList, keepReceived, listCells, restInvitations, type SurveyCell } from './surveys/cells.ts';
export {
  countIssued,
  listInvitations,
  lockInvitation,
  markIssued,
  markReminded,
  openInvitationsOf,
  stopReminders,
  type Issue,
  type SurveyInvitation,
} from './surveys/invitations.ts';

export {
  addRelease,
  findPlan,
  keepPlan,
  listReleases,
  publishedRounds,
  type StoredPlan,
  type StoredRelease,
} from './surveys/releases.ts';
export {
  changeComment,
  countScreening,
  keepCommentTheme,
  listCommentThemes,
  listScreening,
  lockComment,
  noteComments,
  type CommentState,
  type SurveyComment,
  type CommentTheme,
} from './surveys/comments.ts';
export {
  addConcern,
  closeConcern,
  listConcerns,
  markConcernsRead,
  openConcernsFor,
  screeningFor,
  type ConcernKind,
  type ConcernOutcome,
  type SurveyConcern,
} from './surveys/concerns.ts';
export { addDecisionVersion, decisionHistory, listDecisions, type StoredDecision } from './surveys/decisions.ts';

export { openBox, type BoxDatabase } from './box/open-box.ts';
export {
  closeBoxRound,
  findBoxRound,
  listBoxRounds,
  mixBoxRound,
  openBoxRound,
  stirBox,
  type BoxRoundRow,
} from './box/rounds.ts';
export {
  countBallots,
  destroyComments,
  findBoxComment,
  keepBallot,
  listComments,
  listCounted,
  listReceipts,
  withdrawBallot,
  type BoxComment,
  type KeyedWords,
  type StoredBallot,
} from './box/answers.ts';
export { findCarriedOver, keepCarriedOver, MOST_CARRIED_OVER, removeCarriedOver } from './box/carry-over.ts';
export { boxObstacles } from './box/settings.ts';
export { forgetOpenDays } from './box/forget-open-days.ts';
export { rewriteDestroyed } from './box/rewrite-destroyed.ts';

export * from './focus-groups/coding.ts';
export * from './focus-groups/groups.ts';
export * from './focus-groups/members.ts';
export * from './focus-groups/themes.ts';
export { withSafe, type RootSafe, type WordsTransaction } from './access/sealed-words.ts';
export * from './home/log-to-see-to.ts';
export * from './home/waiting.ts';
export * from './overview/overview-figures.ts';
export { heldInFull, heldInFullByTeam, notBooked, notBookedByTeam, type HeldInFull } from './duties/held-in-full.ts';
export * from './audits/actions.ts';
export * from './audits/alerts.ts';
export * from './audits/audits.ts';
export * from './audits/items.ts';
export * from './audits/learning.ts';
export * from './audits/second-grades.ts';
export * from './audits/sign-offs.ts';
export * from './audits/tools.ts';
export * from './inspection/pack-sources.ts';
export * from './inspection/pack-entries.ts';
export * from './inspection/packs.ts';
export * from './inspection/sample-audits.ts';
export * from './inspection/sample-openings.ts';
export * from './inspection/sample-trail.ts';
export * from './inspection/samples.ts';
export { englandLoginSql, makeEnglandLogin, newEnglandLogin, type EnglandLogin } from './reporting/england-login.ts';
export { refreshEnglandMonths } from './reporting/england-months.ts';
export { readReport, type Report, type ReportTable } from './reporting/read-report.ts';
export { makeReportLogin, newReportLogin, reportLoginSql, type ReportLogin } from './reporting/report-login.ts';
export * from './reporting/report-runs.ts';
export { REPORT_VIEWS, type ReportColumn, type ReportView } from './reporting/report-views.ts';
