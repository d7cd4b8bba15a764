export { openTestDatabase, seedTestCouncil, type TestDatabase } from './test-database.ts';
