export * from './explanation.ts';
export * from './finding.ts';
