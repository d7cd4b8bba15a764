/**
 * What is published of a survey round, and the plan that fixes it before the round closes. A release is made once from the whole plan,
 * never changed afterwards, and cannot be made without a proof that nobody can work out of it what a small group said.
 */
import type { AnswerKey, IndexName, SupervisionRoute } from '@plumbline/domain/surveys';
import type { IndexPart } from '../surveys/index.ts';
import type { Proof } from './proof.ts';

/** Fewest replies, and fewest people, before anything of a group is shown. An authority may raise each of them, never lower it. */
export interface Floors {
  /** Any score, split of answers or chart. */
  readonly scores: number;
  /** Groups whose managers read the results, and questions about one's own supervisor. */
  readonly managed: number;
  /** Groups made of two attributes (service and role family, service and route), and comments. */
  readonly crosses: number;
}

/** The floors below which nobody can go. */
export const LEAST_FLOORS: Floors = { scores: 5, managed: 8, crosses: 10 };

/** What a breakdown goes by. `own` is a list of groups of cells that the council drew up itself. */
export const BREAKDOWN_KINDS = ['whole', 'service', 'role-family', 'cell', 'route', 'service-by-route', 'own'] as const;
export type BreakdownKind = (typeof BREAKDOWN_KINDS)[number];

/** People whose answers are shown together: all in some cells, or those of them who took some routes. */
export interface PlannedGroup {
  /** Unique in the plan, such as `service:fostering`. */
  readonly id: string;
  readonly label: string;
  /** Ids of the round's cells. */
  readonly cells: readonly string[];
  /** Only who took one of these routes; null: everybody. */
  readonly routes: readonly SupervisionRoute[] | null;
}

export interface PlannedBreakdown {
  /** Unique in the plan: usually its kind. */
  readonly id: string;
  readonly kind: BreakdownKind;
  readonly label: string;
  readonly groups: readonly PlannedGroup[];
}

/** Every breakdown of a round's results, fixed before the round closes. */
export interface ReportPlan {
  readonly format: 1;
  readonly roundId: string;
  readonly floors: Floors;
  /** The first is the whole round, with one group. */
  readonly breakdowns: readonly PlannedBreakdown[];
}

/** How the answers stand: as they were asked, or with each side of the scale taken together. */
export type AnswerDetail = 'as-asked' | 'in-three';

/** The only reason that is ever given, whatever lies behind it. */
export const NOT_SHOWN = 'too few replies to protect people';

export interface ShownAnswer {
  /** The option's id, a scale point "1" to "5", or `negative`, `neutral`, `positive` where answers are taken together. */
  readonly id: string;
  readonly count: number;
  /** Whole per cent of `n`. Of several choices the percentages add up to more than 100. */
  readonly percent: number;
}

/** A group's answers to one question. */
export interface ShownTable {
  readonly state: 'shown';
  readonly detail: AnswerDetail;
  /** Replies that are counted: without "does not apply", and the base of every percentage. */
  readonly n: number;
  /** People in the group; null where it is not known because the group goes by a route. With `n` what intervals are made of. */
  readonly population: number | null;
  readonly answers: readonly ShownAnswer[];
  /** To one decimal; null where the answers stand on no scale. Reversed items are not turned round here. */
  readonly mean: number | null;
  /** Per cent positive minus per cent negative, neutral in the base; whole number; null where there are no sides. */
  readonly net: number | null;
}

/** A group whose replies are too much alike: only what nearly all of them said, without a number. */
export interface MostTable {
  readonly state: 'most';
  /** The answers that hold at least 90 % of the replies. */
  readonly answers: readonly string[];
  readonly atLeastPercent: 90;
}

export interface HiddenTable {
  readonly state: 'not-shown';
  readonly reason: typeof NOT_SHOWN;
}

/** One question for one group. */
export type ReleasedTable = {
  readonly question: QuestionKey;
  readonly breakdown: string;
  readonly group: string;
} & (ShownTable | MostTable | HiddenTable);

/** Where a question was answered: an answer key, followed for a row of a grid by `.` and the row's id. */
export type QuestionKey = AnswerKey;

/** A question of the release, as the instrument has it, so that rounds can be compared without it. */
export interface ReleasedQuestion {
  readonly key: QuestionKey;
  readonly item: string;
  readonly lineage: string;
  readonly kind: 'one' | 'several' | 'number';
  readonly isAboutSupervisor: boolean;
  readonly isReversed: boolean;
  /** In order, with the words that people saw and the score where they stand on a scale. */
  readonly answers: readonly { readonly id: string; readonly text: string; readonly score: number | null }[];
}

/** How many of a group replied. Only where the group is shown and has at least ten people. */
export interface ResponseRate {
  readonly breakdown: string;
  readonly group: string;
  readonly state: 'shown' | 'not-shown';
  readonly headCount: number | null;
  readonly replies: number | null;
  /** Whole per cent; 95 stands for "95 % or more". */
  readonly percent: number | null;
  readonly isCapped: boolean;
}

/** A group's score of one index, 0 to 100. */
export interface IndexScore {
  readonly breakdown: string;
  readonly group: string;
  readonly index: IndexName;
  /** What people receive and what they give is scored apart. */
  readonly part: IndexPart;
  /** Shown from thirty people with every item answered; below, its questions say more than the index. */
  readonly state: 'shown' | 'not-shown';
  /** People with at least two thirds of the index's items answered. */
  readonly n: number | null;
  readonly population: number | null;
  /** Mean to one decimal. */
  readonly score: number | null;
  /** Of the mean, for its interval; to one decimal. Given for the whole round only, where it tells nothing of anybody. */
  readonly standardDeviation: number | null;
}

/** What was done so that less had to be hidden, in the order in which it was tried. */
export type Remedy =
  | { readonly kind: 'answers-in-three'; readonly question: QuestionKey; readonly breakdown: string }
  | { readonly kind: 'groups-merged'; readonly breakdown: string; readonly groups: readonly string[]; readonly into: string }
  | { readonly kind: 'question-moved-up'; readonly question: QuestionKey; readonly breakdown: string }
  | { readonly kind: 'breakdown-left-out'; readonly breakdown: string };

/** A frozen set of tables that passed. */
export interface Release {
  readonly format: 1;
  readonly roundId: string;
  /** 1 for the round's first, then one more each time. */
  readonly sequence: number;
  /** Hash of the release before; null for the first. */
  readonly previousHash: string | null;
  /** SHA-256 in hexadecimal over the canonical JSON of everything else in it but the proof, which is not published. */
  readonly contentHash: string;
  /** As published: after merging, which may differ from what was planned. */
  readonly plan: ReportPlan;
  readonly questions: readonly ReleasedQuestion[];
  readonly tables: readonly ReleasedTable[];
  readonly rates: readonly ResponseRate[];
  readonly indices: readonly IndexScore[];
  readonly remedies: readonly Remedy[];
  readonly proof: Proof;
}

/** Why no release could be made. */
export type ReleaseProblem =
  | { readonly kind: 'floor-lowered'; readonly floor: keyof Floors; readonly least: number }
  | { readonly kind: 'no-whole' }
  | { readonly kind: 'unknown-cell'; readonly group: string; readonly cell: string }
  | { readonly kind: 'duplicate-group'; readonly group: string }
  | { readonly kind: 'chain-broken'; readonly sequence: number }
  | { readonly kind: 'other-round'; readonly sequence: number }
  | { readonly kind: 'too-few-replies' }
  | { readonly kind: 'difference-too-small'; readonly group: string; readonly other: string; readonly sequence: number }
  | { readonly kind: 'not-proved'; readonly target: string; readonly question: QuestionKey | null };
