export { demoCast, type CastMember } from './cast.ts';
export type { CouncilSize } from './context.ts';
export { makeCouncil, type CouncilOptions } from './council.ts';
export { DEMO_COUNCILS, demoCouncilOf, type DemoCouncil, type PackId } from './councils.ts';
export { asCsv, exampleCsv } from './csv.ts';
export { ENGLAND_SEED, makeEngland, type England, type EnglandClocks } from './england.ts';
export { ENGLAND, englandCouncilSizes, type EnglandCouncil } from './england-sizes.ts';
export { makeLoadTest, type LoadTest, type LoadTestOptions } from './load-test.ts';
export { RandomStream, randomStream } from './random.ts';
