import { appRouter } from '@plumbline/api';
import { reachOf, ROLE_NAMES, ROLES, type Permission } from '@plumbline/domain/access';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';

/** A page on which a column can be filled, with who may. */
export interface EntryPage {
  readonly page: string;
  readonly roles: readonly string[];
}

/** Where one column of a fact comes from. */
export interface EntryPlaces {
  readonly column: string;
  readonly label: string;
  /** The column of an import file, and who may bring one in. */
  readonly importFile: string;
  readonly importColumn: string;
  readonly importRoles: readonly string[];
  /** Pages that are there. */
  readonly pages: readonly EntryPage[];
  /** The page that will fill it; until then it comes from the file. */
  readonly waitsFor: string | null;
}

interface Page {
  readonly page: string;
  /** Whose permission decides who may use the page. */
  readonly procedure: string;
  fills(kind: FactKindName, column: string): boolean;
}

const LOGGED: readonly string[] = [
  'supervisee',
  'supervisor',
  'kind',
  'purposes',
  'topics',
  'status',
  'plannedStartAt',
  'plannedMinutes',
  'startedAt',
  'minutes',
  'longestBlockMinutes',
  'mode',
  'reason',
  'cancelledBy',
  'isExceptional',
  'rearrangedFor',
  'noNewDateReason',
  'recordSharedAt',
  'recordFiledAt',
];
const LOGGED_OF_CHILDREN: readonly string[] = ['child', 'session', 'discussedOn', 'summarySentAt', 'filedAt'];

const CONFIRMED_OF_PEOPLE: readonly string[] = ['confirmation', 'rule', 'person', 'on', 'answer', 'confirmedBy'];

const PAGES: readonly Page[] = [
  {
    page: 'Log a supervision',
    procedure: 'supervision.log',
    fills: (kind, column) =>
      (kind === 'session' && LOGGED.includes(column)) || (kind === 'discussion' && LOGGED_OF_CHILDREN.includes(column)),
  },
  {
    page: "On the child's file",
    procedure: 'supervision.file',
    fills: (kind, column) => kind === 'discussion' && column === 'filedAt',
  },
  {
    page: 'Things to confirm',
    procedure: 'confirmations.answer',
    fills: (kind, column) => kind === 'confirmation' && CONFIRMED_OF_PEOPLE.includes(column),
  },
  // Every kind has its form there but the supervision log, which has the form above.
  { page: 'Records', procedure: 'facts.record', fills: (kind) => kind !== 'session' },
];

/** Pages that come later, by what they will fill; the first that fits. */
const PAGES_TO_COME: readonly { readonly page: string; fills(kind: string, column: string): boolean }[] = [
  { page: 'Sign a record', fills: (kind, column) => kind !== 'agreement' && /^(supervisor|supervisee)Signed/.test(column) },
  { page: 'Sign a record', fills: (kind, column) => kind === 'record' && /^(draftOffered|response|changesAgreed)/.test(column) },
  { page: 'File a record', fills: (kind, column) => kind === 'record' && /^(stored|supervisorCopy|superviseeCopy)/.test(column) },
  { page: 'Write a record', fills: (kind) => ['record', 'action', 'action-progress'].includes(kind) },
  {
    page: 'Write a record',
    fills: (kind, column) =>
      kind === 'discussion' && !LOGGED_OF_CHILDREN.includes(column) && !['writtenBy', 'isReflective'].includes(column),
  },
  { page: 'Agreement', fills: (kind) => kind === 'agreement' },
  { page: 'Access to records', fills: (kind) => kind === 'access-request' },
];

/** Answers of auditors have a page to come; until then the form for records and the file take them. */
export const AUDITED_ON = 'Audits';

/** Where a column, written `kind.column`, is filled and by whom. Throws for one that there is not. */
export function placesOf(column: string): EntryPlaces {
  const [kind, name] = column.split('.') as [FactKindName, string];
  const declared = kindOf(kind).columns[name];
  if (declared === undefined) throw new RangeError(`There is no column "${column}".`);
  return {
    column,
    label: declared.label,
    importFile: `${kind}.csv`,
    importColumn: declared.label,
    importRoles: rolesWith(permissionOf('imports.applyFile'), true),
    pages: PAGES.filter((page) => page.fills(kind, name)).map((page) => ({
      page: page.page,
      roles: rolesWith(permissionOf(page.procedure), isOfNobody(kind)),
    })),
    waitsFor: PAGES_TO_COME.find((page) => page.fills(kind, name))?.page ?? null,
  };
}

/**
 * What belongs to no person and no child can be recorded only by somebody who may do so for the whole council. An agreed
 * interval names its person or child in a column of its own.
 */
function isOfNobody(kind: FactKindName): boolean {
  if (kind === 'agreed-interval') return false;
  return !kindOf(kind).subjects.some((subject) => subject.kind === 'person' || subject.kind === 'child');
}

/** The permission that a procedure of the api asks for, as the procedure itself says. */
export function permissionOf(procedure: string): Permission {
  const procedures = appRouter._def.procedures as unknown as Readonly<
    Record<string, { _def: { meta?: { permission?: Permission } } } | undefined>
  >;
  const permission = procedures[procedure]?._def.meta?.permission;
  if (permission === undefined) throw new RangeError(`There is no procedure "${procedure}".`);
  return permission;
}

function rolesWith(permission: Permission, isForCouncil: boolean): string[] {
  const suffices = (reach: ReturnType<typeof reachOf>): boolean => (isForCouncil ? reach === 'council' : reach !== null);
  const roles: string[] = ROLE_NAMES.filter((role) => suffices(reachOf(permission, [role], false))).map((role) => ROLES[role]);
  return suffices(reachOf(permission, [], true)) ? ['Whoever supervises', ...roles] : roles;
}
