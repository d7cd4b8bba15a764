import { randomUUID } from 'node:crypto';
import { inCouncil, openDatabase, type Database } from '@plumbline/database';
import { englandCouncilSizes, type EnglandCouncil } from '@plumbline/demo';

/** A council of the filled England. */
export interface FilledCouncil extends EnglandCouncil {
  readonly id: string;
}

/** Requirements, absences and answers that ended before are left out: no page that is measured reads them. */
const KEPT_FROM = '2026-10-20';

/**
 * A table that the dashboards read. `home` is the place of the team to which a row belongs, `about` whether it goes with people or with
 * children, of which there are different numbers. Columns named in `renamed` hold references and are told apart from copy to copy.
 */
interface Copied {
  readonly table: string;
  readonly home: string;
  readonly about: string;
  readonly renamed: readonly string[];
  readonly where?: string;
}

const OF_PERSON = { home: `(select place from home where kind = 'person' and ref = t.person)`, about: `'person'` };
const OF_ANSWER = { home: '(select place from home where kind = t.kind and ref = t.ref)', about: 't.kind' };
const OF_TEAM = { home: '(select place from place where team = t.team)', about: `'person'` };

const COPIED: readonly Copied[] = [
  { table: 'subject', ...OF_ANSWER, renamed: ['ref'] },
  { table: 'fact_team', ...OF_TEAM, renamed: ['team', 'key'] },
  { table: 'fact_person', ...OF_PERSON, renamed: ['person', 'key'] },
  { table: 'fact_post', ...OF_PERSON, renamed: ['person', 'post', 'team', 'line_manager', 'second_line_manager', 'key'] },
  { table: 'fact_absence', ...OF_PERSON, renamed: ['person', 'key'], where: `coalesce(to_on, 'infinity') >= '${KEPT_FROM}'` },
  {
    table: 'responsibility',
    ...OF_ANSWER,
    renamed: ['ref', 'worker', 'supervisor', 'line_manager', 'second_line_manager', 'team'],
    where: `to_on >= '${KEPT_FROM}'`,
  },
  {
    table: 'duty',
    home: '(select place from home where kind = t.about_kind and ref = t.about_ref)',
    about: 't.about_kind',
    renamed: ['about_ref', 'subject', 'owed_by'],
    where: `closed_on >= '${KEPT_FROM}'`,
  },
  { table: 'figure_month', ...OF_TEAM, renamed: ['team'], where: `team <> ''` },
];
/** Indexes of these are made after all rows are there. */
const LARGE = ['duty', 'figure_month', 'responsibility', 'fact_absence', 'fact_post'];

/**
 * Fills a database with 153 councils, in the sizes of England, from one council that is there: its rows as they are, so many times
 * as the size asks for, the last time some of its teams only. References are told apart by a number at their end.
 */
export async function fillEngland(db: Database, ownerUrl: string, template: string): Promise<readonly FilledCouncil[]> {
  const owner = openDatabase(ownerUrl, { connections: 1 });
  const indexes = await dropIndexes(owner);
  const councils = englandCouncilSizes().map((size) => ({ ...size, id: randomUUID() }));
  const session = await db.sql.reserve();
  try {
    await session`select set_config('plumbline.council', ${template}, false)`;
    const columns = await gather(session, template);
    for (const council of councils) await fillOne(session, council, columns);
  } finally {
    await session`reset plumbline.council`;
    session.release();
  }
  for (const statement of indexes) await owner.sql.unsafe(statement);
  await owner.sql.unsafe('vacuum analyze');
  await owner.close();
  return councils;
}

type Columns = ReadonlyMap<string, readonly string[]>;
type Session = Awaited<ReturnType<Database['sql']['reserve']>>;

async function dropIndexes({ sql: owner }: Database): Promise<string[]> {
  const found = await owner<{ table: string; name: string; definition: string; key: string | null }[]>`
    select t.relname as table, i.relname as name, pg_get_indexdef(x.indexrelid) as definition, (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'x')) as key
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     where t.relnamespace = 'public'::regnamespace and t.relname = any(${LARGE})`;
  for (const { table, name, key } of found)
    await owner.unsafe(key === null ? `drop index ${name}` : `alter table ${table} drop constraint ${name}`);
  return found.map(({ table, name, definition, key }) =>
    key === null ? definition : `alter table ${table} add constraint ${name} ${key}`,
  );
}

/** Puts the template's rows into temporary tables, each with the place of its team: copies take the teams from the first on. */
async function gather(session: Session, template: string): Promise<Columns> {
  await session.unsafe(`create temp table place as select team, row_number() over (order by team) as place from fact_team where known_to is null;
    create temp table home as select distinct on (kind, ref) r.kind, r.ref, coalesce(p.place, 1) as place
      from responsibility r left join place p on p.team = r.team order by r.kind, r.ref, r.to_on desc;
    create index on home (kind, ref); analyze home`);
  const columns = new Map<string, readonly string[]>();
  for (const { table, home, about, where } of COPIED) {
    const found = await session<{ name: string }[]>`
      select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
    columns.set(
      table,
      found.map(({ name }) => name),
    );
    const isFact = table.startsWith('fact_') ? 'and known_to is null' : '';
    await session.unsafe(
      `create temp table from_${table} as select t.*, coalesce(${home}, 1) as place, ${about} as about from ${table} t where council_id = '${template}' ${isFact} ${where === undefined ? '' : `and ${where}`}`,
    );
  }
  await session.unsafe(
    `create temp table from_council_policy as select * from council_policy; create temp table from_feed as select * from feed`,
  );
  return columns;
}

async function fillOne(session: Session, council: FilledCouncil, columns: Columns): Promise<void> {
  const { id, rank, supervisees, openChildren } = council;
  await session`select set_config('plumbline.council', ${id}, false)`;
  await session`insert into council (id, slug, name, is_demonstration, duties_open_until) values (${id}, ${`england-${rank}`}, ${`Council ${rank}`}, true, '2027-06-20')`;
  for (const table of ['council_policy', 'feed']) {
    await session.unsafe(`update from_${table} set council_id = '${id}'`);
    await session.unsafe(`insert into ${table} select * from from_${table}`);
  }
  const [one] = await session<{ people: number; children: number; places: number }[]>`
    select count(*) filter (where kind = 'person')::int as people, count(*) filter (where kind = 'child')::int as children, (select count(*)::int from place) as places
      from from_responsibility where '2026-11-20' between from_on and to_on and team is not null`;
  if (one === undefined) throw new Error('There is nothing to repeat.');
  const times = { person: supervisees / one.people, child: openChildren / one.children };
  for (const { table, renamed } of COPIED) {
    const values = (columns.get(table) ?? []).map((name) => valueOf(name, id, renamed));
    // Each copy takes every team but the last, which takes the share that is left.
    for (const [about, count] of Object.entries(times))
      await session.unsafe(
        `insert into ${table} select ${values.join(', ')} from generate_series(1, ${Math.ceil(count)}) n, from_${table} t
          where t.about = '${about}' and t.place <= ${one.places} * (${count} - n + 1)`,
      );
  }
}

function valueOf(column: string, council: string, renamed: readonly string[]): string {
  if (column === 'council_id') return `'${council}'::uuid`;
  if (column === 'id') return 'gen_random_uuid()';
  return renamed.includes(column) ? `case when t.${column} = '' then '' else t.${column} || '-' || n end` : `t.${column}`;
}

/** How many rows there are of what was filled, and how much room they take; for the owner, whom rows are otherwise hidden from. */
export async function sizeOfEngland(db: Database): Promise<string> {
  const [found] = await db.sql<{ duties: number; figures: number; answers: number; size: string }[]>`
    select (select reltuples::int8 from pg_class where oid = 'public.duty'::regclass) as duties, (select reltuples::int8 from pg_class where oid = 'public.figure_month'::regclass) as figures,
      (select reltuples::int8 from pg_class where oid = 'public.responsibility'::regclass) as answers, pg_size_pretty(pg_database_size(current_database())) as size`;
  const inFigures = (count: number | undefined): string => (count ?? 0).toLocaleString('en-GB');
  return `${inFigures(found?.duties)} requirements, ${inFigures(found?.figures)} monthly figures, ${inFigures(found?.answers)} responsibilities; ${found?.size}`;
}

/** Makes every council's part of England by month, as the nightly job does. */
export async function refreshAll(db: Database, councils: readonly FilledCouncil[], refresh: Refresh): Promise<void> {
  for (const { id } of councils) await inCouncil(db, id, refresh);
}

type Refresh = Parameters<typeof inCouncil<void>>[2];
