import { pgSchema } from 'drizzle-orm/pg-core';

/**
 * Where the function stands by which work is left for later. The tables of that work are the worker's own, in a schema and
 * with migrations of its own.
 */
export const jobs = pgSchema('jobs');
