export * from './import-problem-kinds.ts';
export * from './import-problems.ts';
