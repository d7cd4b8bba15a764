import { partsOf, type Interval } from '@plumbline/domain/calendar';
import { FACT_KINDS } from '@plumbline/domain/facts';
import type { Condition, Owner, Phase, Relation, SessionTest } from '@plumbline/domain/policy';
import { codeLabel, intervalInWords, listInWords, sessionKindLabel, sessionStatusLabel } from './wording/index.ts';

/** What a person or child is or has, as half a sentence: "newly qualified", "in foster care". */
const PLAIN: Readonly<Record<string, string>> = {
  employed: 'employed here',
  qualified: 'a qualified social worker',
  'newly-qualified': 'newly qualified',
  'asye-concluded': 'past the assessed and supported year',
  'internationally-recruited': 'internationally recruited',
  student: 'a student on placement',
  'new-psychologist': 'a newly qualified psychologist',
  'registered-post': 'in a post that needs registration',
  'management-post': 'in a management post',
  'full-time': 'full time',
  'part-time': 'part time',
  'case-holding': 'holding cases',
  supervises: 'supervising others',
  open: 'open to the service',
  assessed: 'assessed',
  allocated: 'allocated to a worker',
  registered: 'registered as a social worker',
  'line-manager-registered': 'managed by a registered social worker',
  'statutory-post': 'in statutory social work',
  'front-line': 'working with families',
  external: 'from outside',
  'experienced-supervisor': 'experienced in supervising',
  supervised: 'supervised',
};

const TEAM_KINDS: Readonly<Record<string, string>> = FACT_KINDS.team.columns.kind.options ?? {};

/** One attribute of a condition in words. */
export function attributeInWords(attribute: string): string {
  const [name = '', value] = attribute.split(':');
  if (value === undefined) return PLAIN[name] ?? name.replaceAll('-', ' ');
  const label = (kind: string): string => lowered(codeLabel(kind, value));
  switch (name) {
    case 'role':
      return label('role');
    case 'worker-role':
      return `with a worker who is ${label('role')}`;
    case 'status':
      return label('status');
    case 'placement':
      return `placement: ${label('placement')}`;
    case 'flag':
      return `marked “${label('flag')}”`;
    case 'contract':
      return `contract: ${label('contract')}`;
    case 'team-kind':
      return `team: ${lowered(TEAM_KINDS[value] ?? value.replaceAll('-', ' '))}`;
    case 'shift-band':
      return `casual shifts in a month: ${value === '5+' ? 'five or more' : value.replace('-', ' to ')}`;
    case 'paired':
      return `with a supervisor as ${label('capacity')}`;
    case 'trained':
      return `trained: ${label('course')}`;
    case 'joined-from':
      return `joined: ${label('joinedFrom')}`;
    case 'agreed':
      return `agreed for: ${label('reason')}`;
    case 'observed-stage':
      return `international recruitment stage after an observation: ${value.replaceAll('-', ' ')}`;
    case 'abroad-stage':
      return `international recruitment stage: ${value.replaceAll('-', ' ')}`;
    default:
      return `${name.replaceAll('-', ' ')}: ${value.replaceAll('-', ' ')}`;
  }
}

/** A condition in words, with brackets only where parts would run together. */
export function conditionInWords(condition: Condition): string {
  if (typeof condition === 'string') return attributeInWords(condition);
  if ('not' in condition) return `not ${bracketed(condition.not)}`;
  return 'all' in condition ? condition.all.map(bracketed).join(' and ') : condition.any.map(bracketed).join(' or ');
}

function bracketed(condition: Condition): string {
  const isMany = typeof condition !== 'string' && !('not' in condition);
  return isMany ? `(${conditionInWords(condition)})` : conditionInWords(condition);
}

/** "three months after it began (placement: foster care) and up to a year". */
export function phaseInWords({ of, after, upTo }: Phase): string {
  const from = after === undefined ? 'from the first day' : `from ${lengthInWords(after)} after the beginning`;
  const to = upTo === undefined ? 'with no end' : `until ${lengthInWords(upTo)} after the beginning`;
  return `${from}, ${to} (${attributeInWords(of)})`;
}

/** "two months", "14 days". */
export function lengthInWords(interval: Interval): string {
  return intervalInWords(partsOf(interval));
}

const OWNERS: Readonly<Record<Owner, string>> = {
  supervisor: 'The supervisor',
  supervisee: 'The person supervised',
  worker: 'The child’s worker',
  'line-manager': 'The line manager',
  'session-supervisor': 'Whoever led the supervision',
  'supervisors-manager': 'The supervisor’s own manager',
  'policy-owner': 'The owner of the policy',
};

/** Who has to act. */
export function ownerInWords(owner: Owner): string {
  return OWNERS[owner];
}

const PURPOSES: Readonly<Record<string, string>> = { personal: 'personal supervision' };

/** Which supervisions a rule is about; "any supervision" where it does not say. */
export function sessionsInWords(test: SessionTest | undefined): string {
  if (test === undefined) return 'any supervision';
  const parts = [
    test.kinds === undefined ? null : oneOfWords(test.kinds.map((one) => lowered(sessionKindLabel(one)))),
    test.purposes === undefined ? null : `about ${oneOfWords(test.purposes.map((one) => PURPOSES[one] ?? plain(one)))}`,
    test.statuses === undefined
      ? null
      : oneOfWords(test.statuses.map((one) => lowered(sessionStatusLabel(one)).replace(',', ' but'))),
    test.modes === undefined ? null : oneOfWords(test.modes.map(plain)),
    test.cancelledBy === undefined ? null : `called off by ${oneOfWords(test.cancelledBy.map(plain))}`,
    test.discussesChildren === undefined
      ? null
      : test.discussesChildren
        ? 'with children discussed'
        : 'without children discussed',
    ...furtherTests(test),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'any supervision' : parts.join('; ');
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  self: 'the person',
  'session-supervisor': 'whoever led the supervision',
  supervisor: 'the named supervisor',
  'line-manager': 'the line manager',
  assessor: 'the assessor or mentor',
  professional: 'the professional supervisor',
  cover: 'the covering supervisor',
  'practice-educator': 'the practice educator',
  'development-officer': 'the professional development officer',
  'practice-consultant': 'the practice consultant',
  'supervisors-manager': 'the supervisor’s own manager',
  chain: 'a manager further up the line',
  peer: 'somebody in the same kind of post',
};

/** "the line manager or the assessor". */
export function relationsInWords(relations: readonly Relation[]): string {
  return oneOfWords(relations.map((one) => RELATIONS[one]));
}

function furtherTests(test: SessionTest): (string | null)[] {
  return [
    test.by === undefined ? null : `held by ${relationsInWords(test.by)}`,
    test.discussesContacts === undefined
      ? null
      : `${test.discussesContacts ? 'with' : 'without'} contacts at the front door looked at`,
    test.recordHolds === undefined ? null : `with ${listInWords(test.recordHolds.map(plain))} in the record`,
    test.conversations === undefined ? null : `with the yearly conversation (${oneOfWords(test.conversations)})`,
    test.observes === undefined ? null : `watching ${oneOfWords(test.observes.map(plain))}`,
    test.isFormal === undefined ? null : test.isFormal ? 'formal' : 'not formal',
    test.audiences === undefined ? null : `for ${oneOfWords(test.audiences.map(plain))}`,
  ];
}

/** "a, b or c". */
export function oneOfWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`;
}

function plain(code: string): string {
  return code.replaceAll('-', ' ');
}

/** The first letter small, unless the word is written in capitals. */
export function lowered(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
