export { seriesModel } from './series-model.ts';
export * from './views.ts';
