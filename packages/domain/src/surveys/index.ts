export * from './answers.ts';
export * from './instrument.ts';
export * from './round.ts';
export * from './role-families.ts';
export * from './box-exchange.ts';
export * from './round-views.ts';
