export * from './answers.ts';
export * from './instrument.ts';
export * from './round.ts';
