export * from './bank-holidays.ts';
export * from './day.ts';
export * from './interval.ts';
export * from './london.ts';
export * from './working-days.ts';
