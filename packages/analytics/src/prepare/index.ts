export * from './duty-groups.ts';
export * from './plumb-lane.ts';
export * from './service.ts';
export * from './team.ts';
export * from './time-window.ts';
export * from './urgency.ts';
export * from './facts.ts';
