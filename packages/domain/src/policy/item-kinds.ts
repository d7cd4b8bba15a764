import { FACT_KINDS, kindOf, type FactKindName } from '../facts/index.ts';

/** What single rules look at: things that happened to, or were written of, a person or a child. */
export const ITEM_KINDS = [
  'session',
  'discussion',
  'allocation',
  'relationship',
  'record',
  'agreement',
  'action',
  'event',
  'group',
  'child',
  'person',
  'post',
  'stage-decision',
  'deviation',
  'access-request',
  'front-door-contact',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Each with the kind of fact that it is read from: before its records begin, nothing is said. */
export const FACT_OF_ITEM: Readonly<Record<ItemKind, FactKindName>> = {
  session: 'session',
  discussion: 'discussion',
  allocation: 'allocation',
  relationship: 'supervision-pair',
  record: 'record',
  agreement: 'agreement',
  action: 'action',
  event: 'event',
  group: 'group',
  child: 'child',
  person: 'person',
  post: 'post',
  'stage-decision': 'stage-decision',
  deviation: 'deviation',
  'access-request': 'access-request',
  'front-door-contact': 'front-door-contact',
};

/** Moments that are not simply a column: worked out from the log, the pair or other rows. */
export const WORKED_OUT_MOMENTS = [
  'session.heldOn',
  'session.outcomeRecorded',
  'session.rearranged',
  'session.reasonGiven',
  'session.signedByBothAt',
  'record.signedByBothAt',
  'relationship.from',
  'relationship.firstBookedAt',
  'relationship.firstSessionOn',
  'relationship.agreementSharedOn',
  'relationship.agreementDiscussedOn',
  'relationship.agreementSignedOn',
  'agreement.settledOn',
  'agreement.lookedAtAgainOn',
  'stage-decision.stageBeganOn',
  'action.progressNotedOn',
] as const;

function datesOf(kind: FactKindName): string[] {
  return Object.entries(kindOf(kind).columns)
    .filter(([, { type }]) => type === 'date' || type === 'instant')
    .map(([column]) => `${kind}.${column}`);
}

/** Every moment that a limit can run from, be met by, or follow: columns with a date, and what is worked out. */
export const MOMENTS: readonly string[] = [
  ...new Set([
    ...WORKED_OUT_MOMENTS,
    ...Object.values(FACT_OF_ITEM)
      .filter((kind) => kind in FACT_KINDS)
      .flatMap(datesOf),
  ]),
];

/** The kind of fact of which a field `kind.column` is; null where the text names no field. */
export function kindOfField(field: string): FactKindName | null {
  const [name = ''] = field.split('.');
  if (name === 'relationship') return 'supervision-pair';
  return name in FACT_KINDS ? (name as FactKindName) : null;
}
