import { isCompleted, ITEM_STATES, type ItemState } from '@plumbline/domain/audits';
import { ITEM_STATE_WORDS } from './audit-words.ts';
import type { FileRow } from './outputs.ts';

/** What of an audit's files is shown, as it stands in the address. */
export interface FilesAsked {
  readonly show?: string | undefined;
  readonly team?: string | undefined;
  readonly auditor?: string | undefined;
  readonly sort?: string | undefined;
}

export const SORT_KEYS = ['file', 'team', 'state', 'auditor'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface SortOrder {
  readonly key: SortKey;
  readonly isDown: boolean;
}

/** The order that an address asks for; null for the usual one: by team, and there as they were drawn. */
export function sortOf(sort: string | undefined): SortOrder | null {
  const isDown = sort?.startsWith('-') ?? false;
  const key = SORT_KEYS.find((one) => one === (isDown ? sort?.slice(1) : sort));
  return key === undefined ? null : { key, isDown };
}

/** What pressing the head of a column asks for next: up, down, and back to the usual order. */
export function nextSort(sort: string | undefined, key: SortKey): string | undefined {
  const now = sortOf(sort);
  if (now?.key !== key) return key;
  return now.isDown ? undefined : `-${key}`;
}

/** Whether something belongs to what is audited: neither held in reserve nor put aside. */
export function isInAudit({ state }: Pick<FileRow, 'state'>): boolean {
  return state !== 'reserve' && state !== 'put-aside';
}

/** Whether a second grade is still waited for. */
export function waitsForSecond({ second }: Pick<FileRow, 'second'>): boolean {
  return second?.state === 'waiting';
}

/** The files that an address asks for, in its order. A value that nothing has shows nothing. */
export function shownFiles(files: readonly FileRow[], { show, team, auditor, sort }: FilesAsked): FileRow[] {
  const found = files.filter(
    (file) =>
      isShown(file, show) &&
      (team === undefined || file.team === team) &&
      (auditor === undefined || (file.auditor?.id ?? 'nobody') === auditor),
  );
  const order = sortOf(sort);
  const usual = (a: FileRow, b: FileRow): number => a.team.localeCompare(b.team) || a.place - b.place;
  if (order === null) return found.toSorted(usual);
  const sign = order.isDown ? -1 : 1;
  return found.toSorted((a, b) => sign * BY[order.key](a, b) || usual(a, b));
}

function isShown(file: FileRow, show: string | undefined): boolean {
  if (show === undefined) return isInAudit(file);
  return show === 'second' ? waitsForSecond(file) : file.state === show;
}

const BY: Readonly<Record<SortKey, (a: FileRow, b: FileRow) => number>> = {
  file: (a, b) => a.label.localeCompare(b.label, 'en-GB', { numeric: true }),
  team: (a, b) => a.team.localeCompare(b.team),
  state: (a, b) => ITEM_STATES.indexOf(a.state) - ITEM_STATES.indexOf(b.state),
  // Those without an auditor stand at the end: they are found by the filter.
  auditor: (a, b) => (a.auditor?.name ?? '\uFFFF').localeCompare(b.auditor?.name ?? '\uFFFF'),
};

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FileChoices {
  readonly show: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly auditors: readonly Choice[];
}

/** What the files can be narrowed to, each with how many there are; only what there is. */
export function choicesOf(files: readonly FileRow[]): FileChoices {
  const inAudit = files.filter((file) => isInAudit(file));
  const states = ITEM_STATES.flatMap((state: ItemState) => {
    const count = files.filter((file) => file.state === state).length;
    return count === 0 ? [] : [{ value: state, label: `${ITEM_STATE_WORDS[state]} (${count})` }];
  });
  const second = files.filter((file) => waitsForSecond(file)).length;
  const without = inAudit.filter(({ auditor }) => auditor === null).length;
  const auditors = new Map(inAudit.flatMap(({ auditor }) => (auditor === null ? [] : [[auditor.id, auditor.name] as const])));
  return {
    show: [
      { value: '', label: `All in the audit (${inAudit.length})` },
      ...states,
      ...(second === 0 ? [] : [{ value: 'second', label: `Second grade waited for (${second})` }]),
    ],
    teams: [...new Set(files.map(({ team }) => team))].toSorted().map((team) => ({ value: team, label: team })),
    auditors: [
      ...(without === 0 ? [] : [{ value: 'nobody', label: `Nobody yet (${without})` }]),
      ...[...auditors].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label)),
    ],
  };
}

/**
 * Why a completed file does not open to whoever plans audits; null where it opens, or where nobody expects it to. What waits for a blind
 * second grade is kept from everybody who could be named for it.
 */
export function whyClosed(file: Pick<FileRow, 'opens' | 'state' | 'kind' | 'subjectId' | 'worker'>, me: string): string | null {
  if (file.opens || !isCompleted(file.state)) return null;
  const isMine = file.kind === 'person' ? file.subjectId === me : file.worker?.id === me;
  return isMine ? 'Opens once it is talked over with you' : 'Opens once its second grade is given';
}
