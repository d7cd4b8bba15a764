export { callerOf, type Caller } from './access/caller.ts';
export { createCaller } from './create-caller.ts';
export type { Clock, Context, Services, SignedIn } from './context.ts';
export { makeImportJobs, type ImportJobs } from './import-jobs/import-jobs.ts';
export { endsTooMany, problemRow } from './import-jobs/kept-problem.ts';
export { knownFacts } from './import-jobs/known-facts.ts';
export { uploadImport } from './import-jobs/upload-import.ts';
export { planImport, sourceOfFile, templateCsv, writeFacts, type ImportPlan } from './imports/index.ts';
export { CODE_OF_PROBLEM, ProblemError, type Problem, type ProblemKind } from './problems.ts';
export { appRouter, type AppRouter } from './router.ts';

