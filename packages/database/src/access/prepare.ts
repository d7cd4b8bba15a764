import { randomBytes } from 'node:crypto';
import postgres from 'postgres';

/** The roles that log in beside the owner, none of which owns anything or passes row-level security. */
export const LOGIN_ROLES = ['plumbline_app', 'plumbline_identity', 'plumbline_jobs'] as const;

export type LoginRole = (typeof LOGIN_ROLES)[number];
export type Passwords = Readonly<Record<LoginRole, string>>;

/** Where each part of the product connects. */
export interface DatabaseUrls {
  readonly app: string;
  readonly identity: string;
  readonly jobs: string;
}

export function newPasswords(): Passwords {
  const password = (): string => randomBytes(24).toString('base64url');
  return { plumbline_app: password(), plumbline_identity: password(), plumbline_jobs: password() };
}

/**
 * Lets the login roles in with the given passwords, which the caller keeps. Needs an owner that may make roles; for any
 * other owner {@link preparationSql} is for whoever administers the database.
 */
export async function prepare(ownerUrl: string, passwords: Passwords): Promise<DatabaseUrls> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(preparationSql(passwords));
  } finally {
    await sql.end();
  }
  return urlsFor(ownerUrl, passwords);
}

/** The statements that {@link prepare} runs, to be run by somebody else. They may run before or after the migrations. */
export function preparationSql(passwords: Passwords): string {
  return LOGIN_ROLES.map((role) => {
    const password = passwords[role].replaceAll("'", "''");
    return [
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if; end $$;`,
      `alter role ${role} login nocreatedb nocreaterole password '${password}';`,
    ].join('\n');
  }).join('\n');
}

export function urlsFor(ownerUrl: string, passwords: Passwords): DatabaseUrls {
  const at = (role: LoginRole): string => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwords[role];
    return url.href;
  };
  return { app: at('plumbline_app'), identity: at('plumbline_identity'), jobs: at('plumbline_jobs') };
}
