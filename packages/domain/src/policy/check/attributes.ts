import { FACT_KINDS, type Column, type FactKindName } from '../../facts/index.ts';

/** Attributes of a person or a child that take no value. The engine reads exactly these from facts. */
const PLAIN: Readonly<Record<'person' | 'child', Readonly<Record<string, readonly FactKindName[]>>>> = {
  person: {
    employed: ['person'],
    qualified: ['person'],
    'newly-qualified': ['person'],
    'asye-concluded': ['person'],
    'internationally-recruited': ['person'],
    student: ['person'],
    'new-psychologist': ['person'],
    'registered-post': ['post'],
    'management-post': ['post'],
    'full-time': ['post'],
    'part-time': ['post'],
    'case-holding': ['allocation'],
    supervises: ['supervision-pair'],
    registered: ['registration'],
    'line-manager-registered': ['post', 'registration'],
    'statutory-post': ['post'],
    'front-line': ['post'],
    external: ['person'],
    'experienced-supervisor': ['person'],
    supervised: ['supervision-pair'],
  },
  child: { open: ['child'], assessed: ['child'], allocated: ['allocation'] },
};

/** Attributes written `name:value`: the facts they are read from, and the values there are. */
interface Valued {
  readonly reads: readonly FactKindName[];
  readonly values: readonly string[];
}

const VALUED: Readonly<Record<'person' | 'child', Readonly<Record<string, Valued>>>> = {
  person: {
    role: { reads: ['post'], values: optionsOf(FACT_KINDS.post.columns.role) },
    contract: { reads: ['post'], values: optionsOf(FACT_KINDS.post.columns.contract) },
    'team-kind': { reads: ['post', 'team'], values: optionsOf(FACT_KINDS.team.columns.kind) },
    'abroad-stage': { reads: ['stage-decision'], values: optionsOf(FACT_KINDS['stage-decision'].columns.stage) },
    'observed-stage': { reads: ['stage-decision'], values: optionsOf(FACT_KINDS['stage-decision'].columns.stage) },
    'shift-band': { reads: ['post', 'shift'], values: ['0-4', '5+'] },
    paired: { reads: ['supervision-pair'], values: optionsOf(FACT_KINDS['supervision-pair'].columns.capacity) },
    trained: { reads: ['training'], values: optionsOf(FACT_KINDS.training.columns.course) },
    'joined-from': { reads: ['post'], values: optionsOf(FACT_KINDS.post.columns.joinedFrom) },
    agreed: { reads: ['agreed-interval'], values: optionsOf(FACT_KINDS['agreed-interval'].columns.reason) },
  },
  child: {
    status: { reads: ['child-status'], values: optionsOf(FACT_KINDS['child-status'].columns.status) },
    placement: { reads: ['placement'], values: optionsOf(FACT_KINDS.placement.columns.kind) },
    flag: { reads: ['child-flag'], values: optionsOf(FACT_KINDS['child-flag'].columns.flag) },
    'team-kind': { reads: ['allocation', 'post', 'team'], values: optionsOf(FACT_KINDS.team.columns.kind) },
    'worker-role': { reads: ['allocation', 'post'], values: optionsOf(FACT_KINDS.post.columns.role) },
    agreed: { reads: ['agreed-interval'], values: optionsOf(FACT_KINDS['agreed-interval'].columns.reason) },
  },
};

function optionsOf(column: Column): string[] {
  return Object.keys(column.options ?? {});
}

export type AttributeSubject = 'person' | 'child';

/** Every attribute that the facts of a subject can show. */
export function attributesKnownOf(subject: AttributeSubject): string[] {
  const valued = Object.entries(VALUED[subject]).flatMap(([name, { values }]) => values.map((value) => `${name}:${value}`));
  return [...Object.keys(PLAIN[subject]), ...valued];
}

/** The values that may stand after `status:` and the like; null for a name that takes none or is not known. */
export function valuesOf(subject: AttributeSubject, name: string): readonly string[] | null {
  return VALUED[subject][name]?.values ?? null;
}

/** The kinds of fact that show an attribute; null where no fact shows it. */
export function factsBehind(subject: AttributeSubject, attribute: string): readonly FactKindName[] | null {
  const [name = '', value] = attribute.split(':');
  if (value === undefined) return PLAIN[subject][name] ?? null;
  const valued = VALUED[subject][name];
  return valued !== undefined && valued.values.includes(value) ? valued.reads : null;
}

/** What holds of every subject whose clock can run at all. */
export const ALWAYS: Readonly<Record<AttributeSubject, string>> = { person: 'employed', child: 'open' };

/** Names of which one subject has at most one value on a day. */
const ONE_AT_A_TIME: readonly string[] = ['placement', 'shift-band'];

/** Plain attributes that shut each other out. */
const APART: readonly (readonly string[])[] = [
  ['full-time', 'part-time'],
  ['newly-qualified', 'asye-concluded'],
];

/** What cannot hold together with an attribute on one day, among the ones given. */
export function shutOutBy(attribute: string, among: readonly string[]): string[] {
  const [name = '', value] = attribute.split(':');
  if (value !== undefined && ONE_AT_A_TIME.includes(name))
    return among.filter((other) => other !== attribute && other.startsWith(`${name}:`));
  const apart = APART.find((pair) => pair.includes(attribute)) ?? [];
  return among.filter((other) => other !== attribute && apart.includes(other));
}
