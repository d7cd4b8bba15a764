import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { readerRoleSql } from './reader-role.ts';

/** The group whose members may read the views of reports and nothing else; it cannot log in itself. */
export const REPORTING_GROUP = 'plumbline_reporting';

/** A login for reports of one council. The password is kept nowhere. */
export interface ReportLogin {
  readonly name: string;
  readonly password: string;
  readonly councilId: string;
}

/** What the database calls the lack of a privilege. */
const MAY_NOT = '42501';
/** The most that PostgreSQL keeps of a name. */
const LONGEST_NAME = 63;

/** The login of a council by its short name, with a new password. A short name that makes it too long is refused. */
export function newReportLogin(council: { readonly id: string; readonly slug: string }): ReportLogin {
  const name = `${REPORTING_GROUP}_${council.slug.replaceAll(/[^a-z0-9]/g, '_')}`;
  if (name.length > LONGEST_NAME) throw new RangeError(`The short name "${council.slug}" is too long for a login.`);
  return { name, password: randomBytes(24).toString('base64url'), councilId: council.id };
}

/** Lets a login read the reports of its council, or gives one that is there already its new password. */
export async function makeReportLogin(ownerUrl: string, login: ReportLogin): Promise<void> {
  await runAsOwner(ownerUrl, reportLoginSql(login));
}

/** Runs the statements that make a login as the owner of the database, all or none; where it may not, whoever called is told how to go on. */
export async function runAsOwner(ownerUrl: string, statements: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin((tx) => tx.unsafe(statements));
  } catch (error) {
    if ((error as { code?: string }).code !== MAY_NOT) throw error;
    const message =
      'The owner of the database may not make this login. Run the command again with --print and let whoever administers the database run what it prints.';
    throw new Error(message, { cause: error });
  } finally {
    await sql.end();
  }
}

/** The statements that {@link makeReportLogin} runs in the migrated database, to be run by somebody else. */
export function reportLoginSql({ name, password, councilId }: ReportLogin): string {
  return [
    `do $$ begin if exists (select from reporting.reader where login = '${name}' and council_id <> '${councilId}') then raise exception 'The login ${name} reads another council.'; end if; end $$;`,
    readerRoleSql({ name, password, group: REPORTING_GROUP, schema: 'reporting' }),
    `insert into reporting.reader (login, council_id) values ('${name}', '${councilId}') on conflict (login) do nothing;`,
  ].join('\n');
}
