export * from './catalogue-rows.ts';
export * from './cover-rows.ts';
export { factsRead, isColumn, THE_POLICY_ITSELF } from './facts-read.ts';
