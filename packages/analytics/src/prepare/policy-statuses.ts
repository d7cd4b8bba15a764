import { FACT_KINDS, kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { FormsAndWords } from '@plumbline/domain/policy';
import type { CitedRow } from './policy-cites.ts';
import { listInWords } from './wording/index.ts';

type Cite = (ids: readonly string[] | undefined) => CitedRow[];

/** A word of the council's for a state or a happening. */
export interface StatusModel {
  readonly id: string;
  readonly word: string;
  readonly says: string | null;
  readonly clause: string | null;
  readonly cites: readonly CitedRow[];
  /** The policy does not name it. */
  readonly isOurs: boolean;
  /** What our log calls it or where it is kept: "Held", "Supervision log: record shared at". Null where nothing keeps it yet. */
  readonly keptAs: string | null;
}

/** Words about one thing: supervisions, records, children … */
export interface StatusGroup {
  readonly of: string;
  readonly title: string;
  readonly statuses: readonly StatusModel[];
}

export interface ReasonModel {
  readonly id: string;
  readonly title: string;
  readonly help: string | null;
  /** "Interrupted or Broken off"; null where it hangs on no status. */
  readonly askedWhen: string | null;
  readonly isRequired: boolean;
  readonly isOurs: boolean;
  readonly clause: string | null;
  readonly cites: readonly CitedRow[];
  readonly choices: readonly string[];
}

export interface RecordClassModel {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly clause: string;
  readonly cites: readonly CitedRow[];
  readonly keptIn: string | null;
  readonly never: string | null;
}

const TITLES = {
  session: 'Supervisions',
  record: 'Records',
  agreement: 'Agreements',
  child: 'Children',
  family: 'Families',
  person: 'Staff',
  group: 'Groups',
  policy: 'The policy itself',
} as const;

/** Statuses by what they are about, in the order of the policy's files. */
export function statusGroups(statuses: FormsAndWords['statuses'], cite: Cite): StatusGroup[] {
  return grouped(statuses, cite);
}

/** The same for what happens. */
export function eventGroups(events: FormsAndWords['events'], cite: Cite): StatusGroup[] {
  return grouped(events, cite);
}

function grouped(entries: FormsAndWords['statuses'] | FormsAndWords['events'], cite: Cite): StatusGroup[] {
  return Object.entries(TITLES).flatMap(([of, title]) => {
    const statuses = entries
      .filter((entry) => entry.of === of)
      .map(({ id, word, says, clause, cites, isOurs, ours }) => ({
        id,
        word,
        says: says ?? null,
        clause: clause ?? null,
        cites: cite(cites),
        isOurs: isOurs === true,
        keptAs: ours === null ? null : codeInWords(ours),
      }));
    return statuses.length === 0 ? [] : [{ of, title, statuses }];
  });
}

/** A code of ours as pages elsewhere show it: `session.status:held` is "Supervision log: held". */
export function codeInWords(code: string): string {
  const [field = '', value] = code.split(':');
  const [kind = '', name = ''] = field.split('.');
  if (!(kind in FACT_KINDS)) return code;
  const { title, columns } = kindOf(kind as FactKindName);
  const column = columns[name];
  const words = value === undefined ? column?.label : column?.options?.[value];
  return `${title}: ${lowered(words ?? name)}`;
}

function lowered(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Where reasons are asked, with the words that the policy gives for them. */
export function reasonsOf({ reasons, statuses }: Pick<FormsAndWords, 'reasons' | 'statuses'>, cite: Cite): ReasonModel[] {
  return reasons.map(({ id, title, help, askedWhen, isRequired, isOurs, clause, cites, choices }) => ({
    id,
    title,
    help: help ?? null,
    askedWhen:
      askedWhen === undefined
        ? null
        : listInWords(askedWhen.map((status) => statuses.find((one) => one.id === status)?.word ?? status)),
    isRequired,
    isOurs: isOurs === true,
    clause: clause ?? null,
    cites: cite(cites),
    choices: (choices ?? []).map(({ word }) => word),
  }));
}

export function recordClassesOf(classes: FormsAndWords['recordClasses'], cite: Cite): RecordClassModel[] {
  return classes.map(({ id, title, says, clause, cites, keptIn, never }) => ({
    id,
    title,
    says,
    clause,
    cites: cite(cites),
    keptIn,
    never: never ?? null,
  }));
}
