export * from './conventions.ts';
export * from './hash.ts';
export * from './json-schema.ts';
export * from './pack.ts';
export * from './parts.ts';
export * from './problems.ts';
export * from './rule-kinds.ts';
