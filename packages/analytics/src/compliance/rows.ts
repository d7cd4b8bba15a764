import type { LocalDate } from '@plumbline/domain/calendar';
import type { Finding } from '@plumbline/domain/rules';

/** A person as pages name them. `id` is the random id used in addresses and calls; the staff number stays on the server. */
export interface PersonLabel {
  readonly id: string;
  readonly name: string;
}

/** Whom or what a lane is about. Children are named by reference number only. */
export interface LaneSubject {
  readonly id: string;
  readonly kind: 'person' | 'child';
  /** The person's name or the child's reference number. */
  readonly label: string;
  /** Codes that describe them: the role for a person, statuses and placement for a child. */
  readonly descriptors: readonly {
    readonly kind: 'role' | 'stage' | 'contract' | 'status' | 'placement' | 'flag';
    readonly code: string;
  }[];
  readonly team: string | null;
}

export type LaneMark = {
  readonly on: LocalDate;
  readonly status: 'held' | 'interrupted' | 'cancelled' | 'postponed' | 'planned' | 'not-on-file' | 'abandoned';
  /** Id of the supervision, where there is one. */
  readonly sessionId: string | null;
};

/** One requirement as it stands on the day asked about. */
export interface DutyRow {
  readonly id: string;
  readonly rule: string;
  readonly clause: string;
  readonly says: string;
  readonly strength: 'must' | 'should' | 'recommended' | 'may';
  readonly series: string | null;
  /** What it is called on pages: the series title or a short title of the rule. */
  readonly title: string;
  readonly subject: LaneSubject;
  readonly openedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly dueAt: string | null;
  readonly effectiveDueOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly finding: Finding;
  readonly daysLate: number;
  readonly owedBy: PersonLabel | null;
  /** Whoever owes it as well, because two share the management of the post. */
  readonly owedWith: PersonLabel | null;
  /** It was already late when the present owner took over. */
  readonly wasLateWhenTakenOver: boolean;
}

/** What must be seen to before dates matter: an open child without a working chain of responsibility. */
export interface LaneAlert {
  readonly kind: 'no-worker' | 'worker-away' | 'no-supervisor';
  readonly actBy: PersonLabel | null;
  /** Whoever may act as well, because two share the management of the post. */
  readonly actWith: PersonLabel | null;
}

/** One lane: a clock of one person or child. */
export interface LaneRow {
  readonly subject: LaneSubject;
  readonly series: string;
  readonly seriesTitle: string;
  readonly marks: readonly LaneMark[];
  /** The requirement that stands now; null where the policy has none. */
  readonly current: DutyRow | null;
  readonly owedBy: PersonLabel | null;
  readonly owedWith: PersonLabel | null;
  /** For a child: who holds the case. */
  readonly worker: PersonLabel | null;
  readonly alert: LaneAlert | null;
}

/** A supervisee with their own lanes and their children's. */
export interface PersonLanes {
  readonly person: LaneSubject;
  readonly supervisor: PersonLabel | null;
  readonly isAway: boolean;
  readonly lanes: readonly LaneRow[];
  readonly children: readonly LaneRow[];
  /** Requirements that are not clocks: records to share, outcomes to record … */
  readonly other: readonly DutyRow[];
  /** How many questions about the person wait for somebody's answer. */
  readonly toConfirm: number;
}

export interface TeamView {
  readonly on: LocalDate;
  /** The day on which it is asked how things were known; null for now. */
  readonly knownOn: LocalDate | null;
  readonly people: readonly PersonLanes[];
  /** Open children with an alert, first on the page. */
  readonly alerts: readonly LaneRow[];
}

/** Counts of one team or service for one series or measure. Unknown and not applicable are outside every denominator. */
export interface ComplianceCounts {
  readonly met: number;
  readonly metLate: number;
  readonly due: number;
  readonly overdue: number;
  readonly notMet: number;
  readonly excused: number;
  readonly unknown: number;
}

export interface MonthCounts {
  /** First day of the month. */
  readonly month: LocalDate;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  /** Fell due and not done. */
  readonly notDone: number;
  readonly excused: number;
}

export interface TeamFigures {
  readonly team: { readonly code: string; readonly name: string; readonly service: string };
  readonly manager: PersonLabel | null;
  readonly people: number;
  readonly children: number;
  readonly own: ComplianceCounts;
  readonly cases: ComplianceCounts;
  readonly alerts: number;
  /** The last twelve months, own supervision and case supervision together, oldest first. */
  readonly months: readonly MonthCounts[];
}

export interface ServiceView {
  readonly on: LocalDate;
  readonly knownOn: LocalDate | null;
  readonly teams: readonly TeamFigures[];
  /** Whole council or service, by series id. */
  readonly totals: Readonly<Record<string, ComplianceCounts>>;
  readonly months: readonly MonthCounts[];
}

/** What stands beside "done on time", by team: what of it was held in full, and who has nothing booked. */
export interface BesideOnTime {
  /** First and last day of the months counted. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly teams: readonly TeamBeside[];
}

export interface TeamBeside {
  readonly team: string;
  /** Supervisions held in these months, and those of them that were long enough, recorded, shared and filed in time. */
  readonly held: number;
  readonly inFull: number;
  /** People whose own supervision is due today, and those of them for whom none is planned. */
  readonly people: number;
  readonly withoutPlan: number;
}

/** What waits for whoever runs surveys, audits and the policy: one line each, however many. */
export type WaitingNeedKind =
  | 'person-without-supervisor'
  | 'survey-to-open'
  | 'survey-to-close'
  | 'survey-to-publish'
  | 'survey-to-decide'
  | 'survey-to-change'
  | 'survey-to-check'
  | 'focus-group-code'
  | 'files-unassigned'
  | 'alert-late'
  | 'action-close'
  | 'action-late'
  | 'learning-asked'
  | 'pack-check'
  | 'pack-approve'
  | 'context-missing'
  | 'sign-off-due'
  | 'impact-new';

/** One thing that needs a person today, with one action. */
export interface NeedRow {
  readonly kind:
    | 'overdue'
    | 'due-soon'
    | 'outcome-missing'
    | 'not-on-file'
    | 'record-to-share'
    | 'alert'
    | 'import-problem'
    | 'report-failed'
    | 'feed-missing'
    | 'policy-to-read'
    | 'policy-to-publish'
    | 'survey-open'
    | 'survey-concern'
    | 'survey-comments'
    | 'focus-group-check'
    | 'audit-alert'
    | 'audit-file'
    | 'audit-second-grade'
    | 'audit-feedback'
    | 'audit-action'
    | 'my-supervision'
    | 'to-confirm'
    | WaitingNeedKind;
  readonly duty: DutyRow | null;
  readonly subject: LaneSubject | null;
  readonly sessionId: string | null;
  readonly on: LocalDate | null;
  readonly count: number | null;
  /** The survey round that it is about. */
  readonly roundId?: string;
  /** The one audit, file, focus group, round or pack that it is about; null where there are several. */
  readonly targetId?: string | null;
  /** Where several of a kind are one line: about whom they are. `duty` is then the one that is longest past its day. */
  readonly folded?: 'person' | 'child';
}
