export * from './agreement.ts';
export * from './codebook-files.ts';
export * from './missing.ts';
export * from './published-rates.ts';
export * from './read-codebook.ts';
export * from './themes.ts';
export * from './views.ts';
export * from './words.ts';
