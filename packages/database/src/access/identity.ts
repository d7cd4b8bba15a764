import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { account, rateLimit, session, signInFailure, twoFactor, user, verification } from '../schema/identity-tables.ts';

/** The tables of sign-in under the names that better-auth gives its models, and one of our own. */
export const IDENTITY_SCHEMA = { user, session, account, verification, twoFactor, rateLimit, signInFailure };

/** What better-auth's drizzle adapter needs: `drizzleAdapter(identity.db, { provider: 'pg', schema: identity.schema })`. */
export interface IdentityDatabase {
  readonly db: PostgresJsDatabase<typeof IDENTITY_SCHEMA>;
  readonly schema: typeof IDENTITY_SCHEMA;
  close(): Promise<void>;
}

/** Opens the connections of sign-in, under its own role, which sees nothing of any council. */
export function openIdentity(identityUrl: string, connections = 4): IdentityDatabase {
  const sql = postgres(identityUrl, {
    max: connections,
    onnotice: () => undefined,
    connection: { application_name: 'plumbline identity', TimeZone: 'UTC' },
  });
  return { db: drizzle(sql, { schema: IDENTITY_SCHEMA }), schema: IDENTITY_SCHEMA, close: () => sql.end({ timeout: 5 }) };
}
