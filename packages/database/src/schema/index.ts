/** Every table, for the tool that writes migrations and the test that looks for drift. */
export * from './access-tables.ts';
export * from './audit-tables.ts';
export * from './box-tables.ts';
export * from './council-tables.ts';
export * from './duty-tables.ts';
export * from './fact-tables.ts';
export * from './focus-group-tables.ts';
export * from './import-tables.ts';
export * from './inspection-sample-tables.ts';
export * from './inspection-tables.ts';
export * from './policy-tables.ts';
export * from './report-tables.ts';
export * from './survey-design-tables.ts';
export * from './survey-result-tables.ts';
export * from './survey-round-tables.ts';
export { account, identity, rateLimit, session, signInFailure, twoFactor, user, verification } from './identity-tables.ts';
export { jobs } from './job-tables.ts';
