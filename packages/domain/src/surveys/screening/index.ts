export * from './marks.ts';
export * from './name-book.ts';
export * from './patterns.ts';
export * from './propose-marks.ts';
