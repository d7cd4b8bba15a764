import { auditRouter, auditToolRouter } from './audits/audit-router.ts';
import { listCodesProcedure } from './codes/list-codes.ts';
import { setCodeProcedure } from './codes/set-code.ts';
import { answerConfirmationsProcedure } from './confirmations/answer-confirmations.ts';
import { viewConfirmationsProcedure } from './confirmations/view-confirmations.ts';
import { explainDutyProcedure } from './duties/explain-duty.ts';
import { correctFactProcedure } from './facts/correct-fact.ts';
import { listFactHistoryProcedure } from './facts/list-fact-history.ts';
import { listFactsProcedure } from './facts/list-facts.ts';
import { recordFactProcedure } from './facts/record-fact.ts';
import { withdrawFactProcedure } from './facts/withdraw-fact.ts';
import { listFeedsProcedure } from './feeds/list-feeds.ts';
import { setFeedColumnProcedure } from './feeds/set-feed-column.ts';
import { setFeedProcedure } from './feeds/set-feed.ts';
import { focusGroupRouter } from './focus-groups/focus-group-router.ts';
import { getHomeProcedure } from './home/get-home.ts';
import { impactRouter } from './impact/impact-router.ts';
import { getOverviewProcedure } from './overview/get-overview.ts';
import { applyImportProcedure } from './import-jobs/apply-import.ts';
import { discardImportProcedure } from './import-jobs/discard-import.ts';
import { getImportProcedure } from './import-jobs/get-import.ts';
import { listImportProblemsProcedure } from './import-jobs/list-import-problems.ts';
import { listImportsProcedure } from './import-jobs/list-imports.ts';
import { previewImportProcedure } from './import-jobs/preview-import.ts';
import { setImportColumnsProcedure } from './import-jobs/set-import-columns.ts';
import { getMeProcedure } from './me/get-me.ts';
import { listRecordReadsProcedure } from './mine/list-record-reads.ts';
import { viewMineProcedure } from './mine/view-mine.ts';
import { comparePoliciesProcedure } from './policy/compare-policies.ts';
import { listOwnerFlagsProcedure } from './policy/list-owner-flags.ts';
import { policyForMeProcedure } from './policy/policy-for-me.ts';
import { runScenariosProcedure } from './policy/run-scenarios.ts';
import { viewLibraryProcedure } from './policy/view-library.ts';
import { viewPolicyProcedure } from './policy/view-policy.ts';
import { viewRuleProcedure } from './policy/view-rule.ts';
import { viewTemplateProcedure } from './policy/view-template.ts';
import { viewClauseProcedure } from './policy-documents/view-clause.ts';
import { getChangesProcedure } from './policy-changes/get-changes.ts';
import { listChangedRowsProcedure } from './policy-changes/list-changed-rows.ts';
import { discardDraftProcedure } from './policy-drafts/discard-draft.ts';
import { getDraftProcedure } from './policy-drafts/get-draft.ts';
import { getDraftTextProcedure } from './policy-drafts/get-draft-text.ts';
import { getFormsProcedure } from './policy-drafts/get-forms.ts';
import { listVersionsProcedure } from './policy-drafts/list-versions.ts';
import { offerDraftProcedure } from './policy-drafts/offer-draft.ts';
import { publishDraftProcedure } from './policy-drafts/publish-draft.ts';
import { saveDraftProcedure } from './policy-drafts/save-draft.ts';
import { saveDraftTextProcedure } from './policy-drafts/save-draft-text.ts';
import { startDraftProcedure } from './policy-drafts/start-draft.ts';
import { takeBackDraftProcedure } from './policy-drafts/take-back-draft.ts';
import { listReadersProcedure } from './policy-reading/list-readers.ts';
import { markReadProcedure, myReadingProcedure } from './policy-reading/mark-read.ts';
import { reportRouter } from './reports/report-router.ts';
import { findSubjectsProcedure } from './search/find-subjects.ts';
import { listServiceRowsProcedure } from './service/list-service-rows.ts';
import { viewBesideProcedure } from './service/view-beside.ts';
import { viewServiceProcedure } from './service/view-service.ts';
import { listRefusedSignInsProcedure } from './sign-ins/list-refused-sign-ins.ts';
import { viewSubjectProcedure } from './subject/view-subject.ts';
import { fileDiscussionProcedure } from './supervision/file-discussion.ts';
import { getSessionProcedure } from './supervision/get-session.ts';
import { logSessionProcedure } from './supervision/log-session.ts';
import { prepareSessionProcedure } from './supervision/prepare-session.ts';
import { discardDesignProcedure, takeUpDesignProcedure } from './surveys/designs/discard-design.ts';
import {
  checkDesignProcedure,
  getDesignProcedure,
  getDesignVersionProcedure,
  listDesignsProcedure,
} from './surveys/designs/get-design.ts';
import { publishDesignProcedure } from './surveys/designs/publish-design.ts';
import { saveDesignProcedure } from './surveys/designs/save-design.ts';
import { startDesignProcedure } from './surveys/designs/start-design.ts';
import { surveyCommentsRouter } from './surveys/comments/comments-router.ts';
import { surveyDecisionsRouter, surveyResultsRouter } from './surveys/results/results-router.ts';
import { closeRoundProcedure } from './surveys/rounds/close-round.ts';
import { createRoundProcedure } from './surveys/rounds/create-round.ts';
import { freezeRoundProcedure, thawRoundProcedure } from './surveys/rounds/freeze-round.ts';
import { issueLinkProcedure } from './surveys/rounds/issue-link.ts';
import { myRoundsProcedure, stopMyRemindersProcedure } from './surveys/rounds/my-rounds.ts';
import { nameOthersProcedure } from './surveys/rounds/name-others.ts';
import { discardRoundProcedure, openRoundProcedure, remindRoundProcedure } from './surveys/rounds/open-round.ts';
import { issuePaperProcedure, listPaperPeopleProcedure, listPaperRoundsProcedure } from './surveys/rounds/paper.ts';
import { getRoundProcedure, listRoundsProcedure, roundReceiptsProcedure } from './surveys/rounds/round-detail.ts';
import { listTeamsProcedure } from './team/list-teams.ts';
import { viewTeamProcedure } from './team/view-team.ts';
import { router } from './trpc.ts';

/** Every procedure, by where pages find it. A list and nothing else. */
export const appRouter = router({
  me: router({ get: getMeProcedure }),
  home: router({ get: getHomeProcedure }),
  mine: router({ view: viewMineProcedure, reads: listRecordReadsProcedure }),
  team: router({ list: listTeamsProcedure, view: viewTeamProcedure }),
  service: router({ view: viewServiceProcedure, beside: viewBesideProcedure, rows: listServiceRowsProcedure }),
  subject: router({ view: viewSubjectProcedure }),
  duty: router({ explain: explainDutyProcedure }),
  policy: router({
    view: viewPolicyProcedure,
    rule: viewRuleProcedure,
    runScenarios: runScenariosProcedure,
    compare: comparePoliciesProcedure,
    forMe: policyForMeProcedure,
    library: viewLibraryProcedure,
    template: viewTemplateProcedure,
    flags: listOwnerFlagsProcedure,
    versions: listVersionsProcedure,
    reading: myReadingProcedure,
    markRead: markReadProcedure,
    readers: listReadersProcedure,
    clause: viewClauseProcedure,
  }),
  policyDrafts: router({
    start: startDraftProcedure,
    get: getDraftProcedure,
    text: getDraftTextProcedure,
    forms: getFormsProcedure,
    save: saveDraftProcedure,
    saveText: saveDraftTextProcedure,
    changes: getChangesProcedure,
    changedRows: listChangedRowsProcedure,
    offer: offerDraftProcedure,
    takeBack: takeBackDraftProcedure,
    publish: publishDraftProcedure,
    discard: discardDraftProcedure,
  }),
  search: router({ find: findSubjectsProcedure }),
  facts: router({
    list: listFactsProcedure,
    history: listFactHistoryProcedure,
    record: recordFactProcedure,
    correct: correctFactProcedure,
    withdraw: withdrawFactProcedure,
  }),
  confirmations: router({ view: viewConfirmationsProcedure, answer: answerConfirmationsProcedure }),
  supervision: router({
    get: getSessionProcedure,
    prepare: prepareSessionProcedure,
    log: logSessionProcedure,
    file: fileDiscussionProcedure,
  }),
  imports: router({
    list: listImportsProcedure,
    get: getImportProcedure,
    problems: listImportProblemsProcedure,
    preview: previewImportProcedure,
    setColumns: setImportColumnsProcedure,
    // `apply` is a word that tRPC keeps for itself.
    applyFile: applyImportProcedure,
    discard: discardImportProcedure,
  }),
  feeds: router({ get: listFeedsProcedure, set: setFeedProcedure, setColumn: setFeedColumnProcedure }),
  codes: router({ list: listCodesProcedure, set: setCodeProcedure }),
  surveyDesigns: router({
    list: listDesignsProcedure,
    get: getDesignProcedure,
    version: getDesignVersionProcedure,
    check: checkDesignProcedure,
    start: startDesignProcedure,
    save: saveDesignProcedure,
    publish: publishDesignProcedure,
    discard: discardDesignProcedure,
    takeUp: takeUpDesignProcedure,
  }),
  surveyRounds: router({
    mine: myRoundsProcedure,
    issue: issueLinkProcedure,
    stopReminders: stopMyRemindersProcedure,
    list: listRoundsProcedure,
    get: getRoundProcedure,
    create: createRoundProcedure,
    nameOthers: nameOthersProcedure,
    freeze: freezeRoundProcedure,
    thaw: thawRoundProcedure,
    open: openRoundProcedure,
    remind: remindRoundProcedure,
    close: closeRoundProcedure,
    discard: discardRoundProcedure,
    receipts: roundReceiptsProcedure,
    paper: router({ rounds: listPaperRoundsProcedure, people: listPaperPeopleProcedure, issue: issuePaperProcedure }),
  }),
  surveyResults: surveyResultsRouter,
  surveyComments: surveyCommentsRouter,
  surveyDecisions: surveyDecisionsRouter,
  focusGroups: focusGroupRouter,
  audits: auditRouter,
  auditTools: auditToolRouter,
  impact: impactRouter,
  overview: router({ get: getOverviewProcedure }),
  reports: reportRouter,
  signIns: router({ refused: listRefusedSignInsProcedure }),
});

export type AppRouter = typeof appRouter;
