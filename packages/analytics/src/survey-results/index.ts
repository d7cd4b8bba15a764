export * from './comments.ts';
export * from './plan-choice.ts';
export * from './question-words.ts';
export * from './result-rows.ts';
export * from './row-words.ts';
export * from './views.ts';
