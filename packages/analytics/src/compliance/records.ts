import type { LocalDate } from '@plumbline/domain/calendar';
import type { FactKindName, FactValue } from '@plumbline/domain/facts';
import type { Explanation } from '@plumbline/domain/rules';
import type { DutyRow, LaneRow, LaneSubject, NeedRow, PersonLabel, PersonLanes } from './rows.ts';

/** Who is signed in, for which council, and what they may do there. */
export interface Me {
  readonly person: PersonLabel;
  readonly council: { readonly id: string; readonly name: string; readonly isDemonstration: boolean };
  readonly roles: readonly string[];
  /** `resource:verb`; pages hide what is not listed and the server refuses it. */
  readonly permissions: readonly string[];
  readonly today: LocalDate;
  readonly policy: {
    readonly title: string;
    readonly version: string;
    readonly state: string;
    /** The council's own words for things, shown instead of ours. */
    readonly words: Readonly<Record<string, string>>;
  };
  /** ISO instant at which the sign-in ends unless the person stays active. */
  readonly signedInUntil: string;
}

/** Home: what needs this person, then their own lanes and their people's. */
export interface HomeView {
  readonly needs: readonly NeedRow[];
  readonly mine: PersonLanes | null;
  readonly team: readonly PersonLanes[];
}

/** A team that the caller may see. */
export interface TeamLabel {
  readonly code: string;
  readonly name: string;
  readonly service: string;
  /** How many people hold a post in it today. */
  readonly people: number;
}

/** One version of one fact, with who said so and when. */
export interface FactRow {
  readonly id: string;
  readonly kind: FactKindName;
  readonly values: Readonly<Record<string, FactValue>>;
  /** What a reference column points to, in words: column → name, team name or reference number. */
  readonly labels: Readonly<Record<string, string>>;
  readonly source: 'feed' | 'hand';
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly because: string | null;
  readonly version: number;
  readonly isCurrent: boolean;
  /** Who withdrew it, when and why: given in a history, with its latest version. */
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly because: string } | null;
}

export interface FactPage {
  readonly rows: readonly FactRow[];
  readonly total: number;
}

/** One child discussed in a supervision. */
export interface SessionChild {
  /** Id of the case supervision entry. */
  readonly id: string;
  readonly child: LaneSubject;
  readonly discussedOn: LocalDate;
  readonly summarySentAt: string | null;
  readonly filedAt: string | null;
}

/** One line of the supervision log. */
export interface SessionRow {
  readonly id: string;
  readonly supervisee: PersonLabel;
  readonly supervisor: PersonLabel;
  readonly kind: string;
  readonly status: string;
  readonly plannedStartAt: string;
  readonly startedAt: string | null;
  readonly minutes: number | null;
  readonly longestBlockMinutes: number | null;
  readonly reason: string | null;
  readonly rearrangedFor: LocalDate | null;
  readonly recordSharedAt: string | null;
  readonly children: readonly SessionChild[];
  readonly version: number;
  /** It came with a completed observation audit, and goes with it. */
  readonly fromAudit?: true;
}

/** A line of the log with every field that its form fills. */
export interface SessionDetail extends SessionRow {
  /** The fact's values by column, people by their random ids. */
  readonly values: Readonly<Record<string, FactValue>>;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly source: 'feed' | 'hand';
  readonly canEdit: boolean;
  /** Requirements about this supervision itself: length, record to share, outcome to record … */
  readonly due: readonly DutyRow[];
}

/** What the form for logging a supervision starts from. */
/** The question about one column of the log, as the council's policy asks it. */
export interface ReasonWords {
  readonly title: string;
  readonly help: string | null;
  /** The council's words for what may be chosen, by our code. */
  readonly choices: Readonly<Record<string, string>>;
}

/** The words of the log that the policy has of its own; what is missing here is said in ours. */
export interface LogWords {
  /** The council's word for each outcome, by our code. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Questions by our outcome and the column in which the answer is kept: `cancelled` and `reason`. */
  readonly questions: Readonly<Record<string, Readonly<Record<string, ReasonWords>>>>;
}

export interface SessionPreparation {
  readonly supervisee: PersonLabel;
  readonly supervisors: readonly PersonLabel[];
  readonly children: readonly { readonly subject: LaneSubject; readonly current: DutyRow | null }[];
  /** Codes of the kinds of supervision that this council's policy knows. */
  readonly kinds: readonly string[];
  readonly planned: readonly SessionRow[];
  /** What the policy calls outcomes, and how it asks for reasons. */
  readonly words: LogWords;
}

export interface SessionLogged {
  readonly sessionId: string;
  readonly version: number;
  /** What is due now for the supervisee and the children discussed. */
  readonly changed: readonly DutyRow[];
}

export interface MineView {
  readonly lanes: PersonLanes;
  readonly history: readonly DutyRow[];
  readonly sessions: readonly SessionRow[];
}

/** One person or one child, with everything that a reader with access may see of it. */
export interface SubjectView {
  readonly person: PersonLanes | null;
  readonly child: LaneRow | null;
  readonly history: readonly DutyRow[];
  readonly sessions: readonly SessionRow[];
  readonly facts: readonly FactRow[];
}

export interface DutyPage {
  readonly rows: readonly DutyRow[];
  readonly total: number;
  /** Ids of the rows of which the reader may ask why: a figure may be read by more people than a record. */
  readonly mayAskWhy: readonly string[];
}

/** Why something is due when it is, with the row it explains and the names that the sentences need. */
export interface ExplanationView extends Explanation {
  readonly row: DutyRow;
  /** Staff number → name. */
  readonly names: Readonly<Record<string, string>>;
}

export interface PolicyRuleRow {
  readonly id: string;
  readonly clause: string;
  readonly area: string;
  readonly kind: string;
  readonly says: string;
  readonly appliesTo: string;
  readonly strength: 'must' | 'should' | 'recommended' | 'may';
  /** Added by the council here; the policy's text does not say it. */
  readonly isLocal: boolean;
}

/** The council's policy as it is read on the page. */
export interface PolicyView {
  readonly title: string;
  readonly council: string;
  readonly version: string;
  readonly contentHash: string;
  /** Whether this is the version in force today. */
  readonly isInForce: boolean;
  /** What changed with it, and why, as whoever offered it wrote. */
  readonly note: string | null;
  readonly validFrom: LocalDate;
  /** The council's own document beside this version. */
  readonly document: { readonly id: string; readonly fileName: string } | null;
  readonly state: string;
  readonly stateNote: string | null;
  readonly conventions: readonly {
    readonly name: string;
    readonly value: string;
    readonly cites: string;
    /** Where the council counts otherwise than the text says. */
    readonly switched: { readonly from: string; readonly by: string; readonly on: LocalDate; readonly because: string } | null;
  }[];
  readonly series: readonly { readonly id: string; readonly title: string; readonly subject: 'person' | 'child' }[];
  readonly rules: readonly PolicyRuleRow[];
  readonly interpretations: readonly {
    readonly id: string;
    readonly question: string;
    readonly reading: string;
    readonly alternative: string | null;
    readonly approvedBy: string | null;
    readonly approvedOn: LocalDate | null;
    readonly because: string | null;
  }[];
  readonly silences: readonly { readonly topic: string; readonly says: string }[];
}

export type ImportState =
  | 'reading'
  | 'needs-mapping'
  | 'has-problems'
  | 'ready'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'discarded';

/** What an import would change, or changed. */
export interface ImportChanges {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
  /** Rows left alone because somebody corrected them by hand. */
  readonly heldByHand: number;
}

/** Something about a file that may be right but is more often a mistake: somebody has to say yes to it before it is applied. */
export type ImportConcern =
  /** It would end much of what is going on: more often half a file than a great change. */
  | { readonly kind: 'ends-many'; readonly ended: number; readonly of: number }
  /** A file of the same kind that was brought in later has been applied already. */
  | { readonly kind: 'newer-applied'; readonly fileName: string; readonly appliedAt: string }
  /** What it would change is no longer what was shown. */
  | { readonly kind: 'changed-since' };

/** One file on its way in. */
export interface ImportView {
  readonly id: string;
  readonly kind: FactKindName;
  readonly fileName: string;
  readonly state: ImportState;
  readonly rows: number;
  /** 0 to 1. */
  readonly progress: number;
  /** The file's headings and the column that each is read as; null where it is left out. */
  readonly columns: readonly { readonly theirs: string; readonly ours: string | null }[];
  readonly unmapped: readonly { readonly column: string; readonly theirs: string; readonly count: number }[];
  readonly problems: number;
  readonly changes: ImportChanges;
  /** Names what was shown of the changes, to say when applying what was looked at; null while nothing was worked out. */
  readonly basis: string | null;
  readonly concerns: readonly ImportConcern[];
  /** Files that wait as well and hold what this one refers to: they are applied in the same step. */
  readonly awaits: readonly AwaitedImport[];
  readonly uploadedAt: string;
  readonly uploadedBy: string | null;
  readonly appliedAt: string | null;
  /** One plain sentence where the file as a whole could not be read or applied. */
  readonly failure: string | null;
}

/** A file that is applied together with another, and what it changes. */
export type AwaitedImport = {
  readonly [count in keyof ImportChanges]: number;
} & {
  readonly id: string;
  readonly kind: FactKindName;
  readonly fileName: string;
  /** Something speaks against it that somebody has to say yes to on its own page first. */
  readonly needsYes: boolean;
};

/** Something wrong in a file: kinds and values; the sentence is made in `wording`. */
export interface ImportProblemRow {
  /** The line of the file, 1 being the headings; null for the file as a whole. */
  readonly line: number | null;
  /** The file's own heading, or the column's label. */
  readonly column: string | null;
  readonly value: string | null;
  readonly kind: string;
  /** The problem in plain words. */
  readonly says: string;
  readonly isBlocking: boolean;
}

export interface ImportProblemPage {
  readonly rows: readonly ImportProblemRow[];
  readonly total: number;
}

/** One fact that an import would add, change or end. */
export interface ImportPreviewRow {
  readonly change: 'added' | 'changed' | 'ended' | 'held-by-hand';
  readonly line: number | null;
  readonly before: Readonly<Record<string, FactValue>> | null;
  readonly after: Readonly<Record<string, FactValue>> | null;
}

export interface ImportPreviewPage {
  readonly rows: readonly ImportPreviewRow[];
  readonly total: number;
}

/** From which day a kind of fact is recorded here, and how many there are now. */
export interface FeedRow {
  readonly kind: FactKindName;
  readonly from: LocalDate | null;
  readonly current: number;
  /** Those of its columns that rules of the policy read and that a council may keep later than the kind, or not at all. */
  readonly columns: readonly FeedColumnRow[];
}

/** One column of a kind that rules of the policy read. */
export interface FeedColumnRow {
  readonly column: string;
  /** A first day of its own; `nobody` where it is not recorded here, `as-kind` where nothing else was said. */
  readonly kept: LocalDate | 'nobody' | 'as-kind';
  /** In how many of the current facts of the kind it is filled in. */
  readonly filled: number;
  /** What the rules ask that cannot be said without it. */
  readonly rules: readonly { readonly id: string; readonly clause: string; readonly says: string }[];
}

/** One code of a council's system and the code it stands for here. */
export interface CodeRow {
  readonly kind: FactKindName;
  readonly column: string;
  readonly theirs: string;
  readonly ours: string | null;
  readonly timesSeen: number;
}
