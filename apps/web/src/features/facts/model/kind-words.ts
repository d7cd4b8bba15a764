import { FACT_KIND_NAMES, type FactKindName } from '@plumbline/domain/facts';

/** How forms and buttons name one fact of a kind; the registry's titles are plurals for files and lists. */
export const ONE_OF_KIND: Readonly<Record<FactKindName, string>> = {
  team: 'team',
  person: 'person',
  post: 'post',
  registration: 'registration',
  training: 'training',
  absence: 'absence',
  shift: 'shift',
  'supervision-pair': 'supervision pair',
  family: 'family',
  child: "child's case",
  'child-status': "child's status",
  placement: 'placement',
  'child-flag': 'flag on a case',
  allocation: 'allocation',
  'agreed-interval': 'agreed shorter interval',
  'stage-decision': 'stage decision',
  agreement: 'supervision agreement',
  deviation: 'agreed departure',
  event: 'event or task',
  group: 'group or team meeting',
  attendance: 'attendance',
  session: 'supervision',
  discussion: 'case supervision by child',
  'front-door-contact': 'front-door contact',
  record: 'supervision record',
  action: 'action',
  'action-progress': 'progress of an action',
  'access-request': 'access to records',
  confirmation: 'confirmation',
  'audit-result': 'audit completed elsewhere',
  'audit-answer': 'answer of an audit completed elsewhere',
  'rival-event': 'event that stands beside the policy',
  'context-figure': 'monthly figure',
};

export interface KindGroup {
  readonly title: string;
  readonly kinds: readonly FactKindName[];
}

/** The choice of what to add, most usual first. The supervision log has its own form and is left out. */
export const KIND_GROUPS: readonly KindGroup[] = [
  {
    title: 'About staff',
    kinds: [
      'absence',
      'supervision-pair',
      'person',
      'post',
      'agreed-interval',
      'training',
      'registration',
      'stage-decision',
      'shift',
    ],
  },
  {
    title: 'About supervision',
    kinds: [
      'agreement',
      'record',
      'action',
      'action-progress',
      'event',
      'deviation',
      'access-request',
      'confirmation',
      'audit-result',
      'audit-answer',
    ],
  },
  { title: 'About children', kinds: ['allocation', 'child-status', 'placement', 'child-flag', 'child', 'discussion', 'family'] },
  { title: 'About the service', kinds: ['team', 'group', 'attendance', 'front-door-contact', 'rival-event', 'context-figure'] },
];

/** `an absence`, `a team`. */
export function withArticle(kind: FactKindName): string {
  const one = ONE_OF_KIND[kind];
  return `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
}

/** The kind that an address names, or null where it names none that is entered by hand. */
export function kindFromAddress(text: string | undefined): FactKindName | null {
  return FACT_KIND_NAMES.find((name) => name === text) ?? null;
}

/** Sentence case of a phrase, leaving the rest as it is. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
