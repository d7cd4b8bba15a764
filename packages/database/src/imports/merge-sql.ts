import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { columnSql, factSql, type FactSql } from '../facts/fact-sql.ts';

/** The names of the temporary tables of a merge. They live as long as its transaction. */
export const STAGE = 'import_stage';
export const OUTCOME = 'import_outcome';
export const GONE = 'import_gone';

/** What happens to the interval columns of a kind when rows are missing from a whole file. */
export interface ClosingSql {
  readonly from: string;
  /** The first day, whatever the type of the column. */
  readonly fromDay: (alias: string) => string;
  readonly to: string;
  /** The other columns of the key. */
  readonly others: readonly string[];
}

/** The statements of a merge of one kind, built from its declaration. `$1` is the council throughout. */
export class MergeSql {
  readonly described: FactSql;
  readonly kind: FactKindName;
  readonly closing: ClosingSql | null;

  constructor(kind: FactKindName) {
    this.kind = kind;
    this.described = factSql(kind);
    this.closing = closingOf(kind);
  }

  private get columns(): string {
    return this.described.columns.map((column) => column.sql).join(', ');
  }

  createStage(): string {
    const declared = this.described.columns.map((column) => `${column.sql} ${column.type}`).join(', ');
    return `drop table if exists ${STAGE}, ${OUTCOME}, ${GONE}; create temporary table ${STAGE} (row_no int, key text, ${declared}) on commit drop`;
  }

  stageColumns(): string {
    return `${STAGE} (row_no, key, ${this.columns})`;
  }

  /** Fills the stage from the rows that were read from the file earlier. `$2` is the import. */
  stageFromRows(): string {
    const cells = this.described.columns.map((column) => {
      if (column.type === 'text[]')
        return `case when jsonb_typeof(values->'${column.name}') = 'array' then array(select jsonb_array_elements_text(values->'${column.name}')) end`;
      return `(values->>'${column.name}')::${column.type}`;
    });
    return `insert into ${STAGE} (row_no, key, ${this.columns}) select row_no, key, ${cells.join(', ')} from import_row where council_id = $1 and import_id = $2 and key is not null`;
  }

  /** Of rows that say the same fact twice, the last counts. */
  dropRepeated(): string {
    return `delete from ${STAGE} s using (select key, max(row_no) as last from ${STAGE} group by key having count(*) > 1) d where s.key = d.key and s.row_no < d.last`;
  }

  /** What becomes of each row of the file. A fact is found by its key, or by the key under which feeds know it. `$2` is the kind. */
  classify(): string {
    const same = this.described.columns.map((column) => `s.${column.sql} is not distinct from f.${column.sql}`).join(' and ');
    return `create temporary table ${OUTCOME} on commit drop as
      select s.row_no, s.key, coalesce(h.id, f.id) as id, coalesce(h.version, f.version) as version,
             case when h.id is not null or w.key is not null then 'held-by-hand'
                  when f.id is null then 'added'
                  when ${same} then 'unchanged'
                  when f.source = 'hand' then 'held-by-hand'
                  else 'changed' end as change
        from ${STAGE} s
        left join ${this.described.table} f on f.council_id = $1 and f.known_to is null and f.key = s.key
        left join ${this.described.table} h on h.council_id = $1 and h.known_to is null and h.feed_key = s.key
        left join fact_withdrawal w on w.council_id = $1 and w.kind = $2 and w.key = s.key`;
  }

  /** Open intervals of feeds that a whole file no longer lists. */
  findGone(): string {
    const { from, fromDay, to, others } = this.need();
    const values = [...others, from].map((column) => `f.${column}`).join(', ');
    return `create temporary table ${GONE} on commit drop as
      select f.id, f.version, f.key, ${values}, ${fromDay('f')} as first_day, null::date as last_day, false as is_superseded
        from ${this.described.table} f
       where f.council_id = $1 and f.known_to is null and f.source = 'feed' and f.${to} is null
         and not exists (select from ${STAGE} s where s.key = f.key) and not exists (select from ${STAGE} s where s.key = f.feed_key)`;
  }

  /** A new row that differs from a missing one in its first day only corrects it: one change, not an end and a beginning. */
  supersede(): string {
    const { from, others } = this.need();
    const same = this.described.columns
      .filter((column) => column.sql !== from)
      .map((column) => `s.${column.sql} is not distinct from f.${column.sql}`)
      .join(' and ');
    const joined = others.map((column) => `s.${column} = g.${column}`).join(' and ');
    return `with pair as (
        select distinct on (g.id) o.row_no, g.id, g.version
          from ${GONE} g
          join ${STAGE} s on ${joined}
          join ${OUTCOME} o on o.row_no = s.row_no and o.change = 'added'
          join ${this.described.table} f on f.council_id = $1 and f.id = g.id and f.version = g.version and ${same}
         order by g.id, o.row_no
      ), one as (select distinct on (row_no) * from pair order by row_no, id
      ), done as (update ${OUTCOME} o set id = one.id, version = one.version, change = 'changed' from one where o.row_no = one.row_no returning one.id)
      update ${GONE} g set is_superseded = true from done where g.id = done.id`;
  }

  /** The last day of what is gone: the day before the extract, or before the same thing begins anew. `$1` is the day of the extract. */
  setLastDay(): string {
    const { fromDay, others } = this.need();
    const joined = others.map((column) => `s.${column} = g.${column}`).join(' and ');
    return `update ${GONE} g set last_day = least($1::date - 1, (select min(${fromDay('s')}) - 1 from ${STAGE} s where ${joined} and ${fromDay('s')} > g.first_day))`;
  }

  /** Ends the versions that no longer hold. `$2` is the moment. */
  endVersions(): string {
    const gone = this.closing === null ? '' : ` union all select id, version from ${GONE} where not is_superseded`;
    return `update ${this.described.table} f set known_to = $2 from (select id, version from ${OUTCOME} where change = 'changed'${gone}) o
             where f.council_id = $1 and f.id = o.id and f.version = o.version`;
  }

  /**
   * `$2` the moment, `$3` the import, `$4` who brought it. In the order of the keys: in that of the file every row would touch
   * another page of the indexes, and what is about one child would lie scattered for whoever reads it.
   */
  insertRows(): string {
    return `insert into ${this.described.table} (council_id, id, version, key, source, recorded_by, import_id, known_from, ${this.columns})
      select $1, case when o.change = 'added' then new_id() else o.id end, case when o.change = 'added' then 1 else o.version + 1 end, s.key, 'feed', $4, $3, $2,
             ${this.described.columns.map((column) => `s.${column.sql}`).join(', ')}
        from ${OUTCOME} o join ${STAGE} s using (row_no) where o.change in ('added', 'changed') order by s.key`;
  }

  /** What ended before it began never came to pass: its version is over, and no other takes its place. */
  insertEnded(): string {
    const { to } = this.need();
    const values = this.described.columns.map((column) => (column.sql === to ? 'g.last_day' : `f.${column.sql}`)).join(', ');
    return `insert into ${this.described.table} (council_id, id, version, key, feed_key, source, recorded_by, import_id, known_from, ${this.columns})
      select $1, f.id, f.version + 1, f.key, f.feed_key, 'feed', $4, $3, $2, ${values}
        from ${GONE} g join ${this.described.table} f on f.council_id = $1 and f.id = g.id and f.version = g.version
       where not g.is_superseded and g.last_day >= g.first_day`;
  }

  /**
   * Facts that may not hold at once but would, each with the one before it. Read in one sorted pass: a join of the table with
   * itself takes minutes where its statistics are young. `$2` is the import.
   */
  findOverlaps(): string | null {
    const { noOverlapBy, interval, columns } = kindOf(this.kind);
    if (noOverlapBy === undefined || interval === undefined || columns[interval.from]?.type !== 'date') return null;
    const from = columnSql(this.kind, interval.from);
    const to = `coalesce(${columnSql(this.kind, interval.to)}, 'infinity')`;
    const group = `partition by ${noOverlapBy.map((column) => columnSql(this.kind, column)).join(', ')} order by ${from}, key`;
    return `select s.row_no as row, case when o.import_id = $2 then o.previous else o.key end as other
       from (select key, import_id, ${from} as starts, max(${to}) over (${group} rows between unbounded preceding and 1 preceding) as held_until, lag(key) over (${group}) as previous
               from ${this.described.table} where council_id = $1 and known_to is null) o
       left join ${STAGE} s on s.key = case when o.import_id = $2 then o.key else o.previous end
      where o.starts <= o.held_until order by 1 limit 200`;
  }

  private need(): ClosingSql {
    if (this.closing === null) throw new RangeError(`Facts of the kind "${this.kind}" are not closed by a whole file.`);
    return this.closing;
  }
}

function closingOf(kind: FactKindName): ClosingSql | null {
  const { closesWhenMissing, interval, key, columns } = kindOf(kind);
  if (!closesWhenMissing || interval === undefined) return null;
  const from = columnSql(kind, interval.from);
  const isInstant = columns[interval.from]?.type === 'instant';
  return {
    from,
    fromDay: (alias) => (isInstant ? `(${alias}.${from} at time zone 'Europe/London')::date` : `${alias}.${from}`),
    to: columnSql(kind, interval.to),
    others: key.filter((column) => column !== interval.from).map((column) => columnSql(kind, column)),
  };
}
