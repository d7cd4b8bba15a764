export * from './confirmations.ts';
export * from './records.ts';
export * from './rows.ts';
export * from './policy-versions.ts';
export * from './readers.ts';
