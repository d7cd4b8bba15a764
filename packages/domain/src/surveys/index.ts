export * from './instrument.ts';
export * from './round.ts';
