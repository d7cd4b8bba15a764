export * from './columns.ts';
export * from './number-bands.ts';
export * from './questions.ts';
export * from './tabulate.ts';
