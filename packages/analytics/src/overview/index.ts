export { overviewOf } from './overview.ts';
export * from './views.ts';
