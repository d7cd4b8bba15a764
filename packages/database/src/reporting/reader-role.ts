/** A login that only reads. The password is kept nowhere. */
interface ReaderRole {
  readonly name: string;
  readonly password: string;
  /** The group whose rights it has. */
  readonly group: string;
  /** Where it finds a view that it names alone. */
  readonly schema: string;
}

/**
 * The statements that make a login which only reads, or give one that is there already its new password. What a session may do by its own
 * settings (the time limit, reading only) is a default against accidents; what it may see is not among that.
 */
export function readerRoleSql({ name, password, group, schema }: ReaderRole): string {
  const quoted = `'${password.replaceAll("'", "''")}'`;
  return [
    `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; end $$;`,
    `alter role ${name} login nocreatedb nocreaterole inherit connection limit 10 password ${quoted};`,
    `alter role ${name} set statement_timeout = '60s';`,
    `alter role ${name} set idle_in_transaction_session_timeout = '60s';`,
    `alter role ${name} set default_transaction_read_only = on;`,
    `alter role ${name} set search_path = ${schema};`,
    `grant ${group} to ${name};`,
  ].join('\n');
}
