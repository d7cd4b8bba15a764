import type { FactKindName, FactOf } from '@plumbline/domain/facts';

/** What lanes need of each kind of fact: of a large team's year of supervision the other columns are most of what is read. */
export const LANE_COLUMNS = {
  team: ['team', 'name'],
  person: ['person', 'name', 'asyeFrom', 'asyePassedOn', 'recruitedAbroadFrom', 'studentFrom', 'studentTo'],
  post: ['person', 'team', 'role', 'contract', 'lineManager', 'secondLineManager', 'from', 'to'],
  absence: ['person', 'from', 'to'],
  session: ['session', 'supervisee', 'supervisor', 'kind', 'purposes', 'status', 'bookedAt', 'plannedStartAt', 'startedAt'],
  discussion: ['child', 'session', 'discussedOn', 'filedAt'],
  'supervision-pair': ['supervisee', 'supervisor', 'from', 'to'],
  'child-status': ['child', 'status', 'from', 'to'],
  placement: ['child', 'kind', 'from', 'to'],
  'child-flag': ['child', 'flag', 'from', 'to'],
} as const satisfies { readonly [Kind in FactKindName]?: readonly (keyof FactOf<Kind> & string)[] };

type LaneKind = keyof typeof LANE_COLUMNS;

/** A fact of a kind as far as lanes need it. */
export type LaneFact<Kind extends LaneKind> = Pick<FactOf<Kind>, (typeof LANE_COLUMNS)[Kind][number]>;

/** The facts from which lanes are drawn. */
export type LaneFacts = { readonly [Kind in LaneKind]: readonly LaneFact<Kind>[] };
