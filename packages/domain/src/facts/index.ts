export * from './columns.ts';
export * from './fact-kind.ts';
export * from './kinds/arrangements.ts';
export * from './kinds/children.ts';
export * from './kinds/people.ts';
export * from './kinds/supervision.ts';
export * from './registry.ts';
export * from './shared-management.ts';
