import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { ENGLAND_GROUP } from '../reporting/england-login.ts';
import { REPORTING_GROUP } from '../reporting/report-login.ts';

/** The roles that log in beside the owner, none of which owns anything or passes row-level security. */
export const LOGIN_ROLES = ['plumbline_app', 'plumbline_identity', 'plumbline_jobs', 'plumbline_box'] as const;

export type LoginRole = (typeof LOGIN_ROLES)[number];
export type Passwords = Readonly<Record<LoginRole, string>>;

/** Where each part of the product connects. */
export interface DatabaseUrls {
  readonly app: string;
  readonly identity: string;
  readonly jobs: string;
  /** Where survey answers lie; nothing else of the product connects there. */
  readonly box: string;
}

export function newPasswords(): Passwords {
  const password = (): string => randomBytes(24).toString('base64url');
  return { plumbline_app: password(), plumbline_identity: password(), plumbline_jobs: password(), plumbline_box: password() };
}

/** Nobody else may be preparing the same database at the same time. */
const PREPARATION_LOCK = 7_586_003;
/** What the database calls the lack of a privilege. */
const MAY_NOT = '42501';

/**
 * Lets the login roles in with the given passwords, which the caller keeps. Where the owner may not
 * make roles, whoever administers the database must have run {@link preparationSql} before.
 */
export async function prepare(ownerUrl: string, passwords: Passwords): Promise<DatabaseUrls> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  const urls = urlsFor(ownerUrl, passwords);
  try {
    // Two commands that start at once would otherwise change the same role, which the database refuses to one of them.
    await sql.unsafe(`select pg_advisory_xact_lock(${PREPARATION_LOCK});\n${preparationSql(passwords)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== MAY_NOT || !(await canLogIn(urls.app))) throw refusal(error);
  } finally {
    await sql.end();
  }
  return urls;
}

/** Whether somebody else has made the roles already, with these passwords. */
async function canLogIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

function refusal(error: unknown): unknown {
  if ((error as { code?: string }).code !== MAY_NOT) return error;
  const message =
    'The owner of the database may not make login roles. Run `plumbline database prepare --print` and let whoever administers the database run what it prints.';
  return new Error(message, { cause: error });
}

/** The statements that {@link prepare} runs, to be run by somebody else. They may run before or after the migrations. */
export function preparationSql(passwords: Passwords): string {
  const logins = LOGIN_ROLES.map((role) => {
    const password = passwords[role].replaceAll("'", "''");
    return [made(role), `alter role ${role} login nocreatedb nocreaterole password '${password}';`].join('\n');
  });
  // The groups of those who read reports: logins are made one by one, for one council each or for England by month.
  return [...logins, made(REPORTING_GROUP), made(ENGLAND_GROUP)].join('\n');
}

function made(role: string): string {
  return `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if; end $$;`;
}

export function urlsFor(ownerUrl: string, passwords: Passwords): DatabaseUrls {
  const at = (role: LoginRole): string => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwords[role];
    return url.href;
  };
  return { app: at('plumbline_app'), identity: at('plumbline_identity'), jobs: at('plumbline_jobs'), box: at('plumbline_box') };
}
