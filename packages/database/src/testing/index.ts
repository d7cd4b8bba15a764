export { asOwner } from './as-owner.ts';
export { interleaveWrites, type InterleaveOptions, type Interleaved } from './interleave-writes.ts';
export { openTestDatabase, seedTestCouncil, type TestDatabase } from './test-database.ts';
