import type { ActionColumn, FieldKind, FormPart, FormRole, FormSlot, FormTemplate, StatusBanner } from '@plumbline/domain/policy';
import { listInWords } from './intervals.ts';

const ROLES: Readonly<Record<FormRole, string>> = {
  supervisor: 'supervisor',
  supervisee: 'person supervised',
  worker: 'worker who holds the case',
  'team-manager': 'team manager',
  'line-manager': 'line manager',
  'service-manager': 'service manager',
  'professional-supervisor': 'professional supervisor',
  assessor: 'assessor',
  facilitator: 'person who leads it',
  observer: 'observer',
  auditor: 'auditor',
  administrator: 'administrator',
  'policy-owner': 'owner of the policy',
};

/** "supervisor and person supervised". */
export function formRolesInWords(roles: readonly FormRole[]): string {
  return listInWords(roles.map((role) => ROLES[role]));
}

const FIELD_KINDS: Readonly<Record<FieldKind, string>> = {
  text: 'a few words',
  'long-text': 'free text',
  choice: 'one of these',
  choices: 'any of these',
  date: 'date',
  time: 'time',
  'date-time': 'date and time',
  number: 'number',
  minutes: 'minutes',
  'yes-no': 'yes or no',
  scale: 'number from 0 to 10',
  person: 'from the list of staff',
  people: 'any from the list of staff',
  reference: 'reference number, never a name',
  references: 'reference numbers, never names',
  actions: 'list of actions',
  attendance: 'who was there and who was not',
  signature: 'signature and date',
  interval: 'how often',
};

/** What goes into a field, in a few words. */
export function fieldKindInWords(kind: FieldKind): string {
  return FIELD_KINDS[kind];
}

const ACTION_COLUMNS: Readonly<Record<ActionColumn, string>> = {
  what: 'What',
  who: 'Who',
  when: 'By when',
  why: 'Why',
  where: 'Where',
  how: 'How',
  impact: 'What it is to change',
  progress: 'Progress',
};

export function actionColumnInWords(column: ActionColumn): string {
  return ACTION_COLUMNS[column];
}

const PART_KINDS: Readonly<Record<FormPart['kind'], string>> = {
  personal: 'About the member of staff',
  group: 'About the meeting',
  family: 'About the family',
  child: 'Once for each child, by reference number',
  actions: 'Actions',
};

/** What a part of a form is about. */
export function partKindInWords(kind: FormPart['kind']): string {
  return PART_KINDS[kind];
}

const TEMPLATE_TYPES: Readonly<Record<FormTemplate['type'], string>> = {
  record: 'Record',
  'log-entry': 'Log',
  agreement: 'Agreement',
  preparation: 'Preparation',
  decision: 'Decision',
  observation: 'Observation',
  audit: 'Audit',
  checklist: 'Checklist',
  note: 'Note',
  register: 'Register',
};

export function templateTypeInWords(type: FormTemplate['type']): string {
  return TEMPLATE_TYPES[type];
}

const SLOTS: Readonly<Record<FormSlot['holds'], string>> = {
  form: 'the council’s own form',
  tool: 'a tool of the council',
  layout: 'the council’s own layout',
  link: 'an address',
};

/** "Place for the council's own form". */
export function slotInWords(holds: FormSlot['holds']): string {
  return `Place for ${SLOTS[holds]}`;
}

const BANNERS: Readonly<Record<StatusBanner['kind'], string>> = {
  draft: 'A draft',
  'under-review': 'Under review',
  lapsed: 'Past its review date',
  undated: 'Without a date',
};

/** The heading of a notice about the standing of the text. */
export function bannerInWords(kind: StatusBanner['kind']): string {
  return BANNERS[kind];
}
