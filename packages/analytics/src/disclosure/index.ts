export * from './proof.ts';
export * from './release.ts';
