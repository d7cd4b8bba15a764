/** What the main address tells pages about a round's published results, its comments and what came of it. */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { DecisionEntry, DecisionStage, Mark, RoundState } from '@plumbline/domain/surveys';
import type { PersonLabel } from '../compliance/rows.ts';
import type { Release, ReportPlan } from '../disclosure/index.ts';
import type { ShownComments } from './comments.ts';
import type { PlanChoice } from './plan-choice.ts';
import type { QuestionWords } from './question-words.ts';

export interface ResultsRound {
  readonly id: string;
  readonly title: string;
  readonly state: RoundState;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  /** By when results were promised. */
  readonly reportBy: LocalDate;
  /** Version of the policy in force on the day it opened; null where the council had none. */
  readonly policyVersion: string | null;
}

/** Results without their proof, which is large and asked for by itself. */
export type PublishedRelease = Omit<Release, 'proof'>;

export interface Publication {
  readonly sequence: number;
  readonly publishedOn: LocalDate;
  readonly contentHash: string;
  readonly previousHash: string | null;
}

/** A round with what was published of it last. */
export interface PublishedRound {
  readonly round: ResultsRound;
  readonly release: PublishedRelease;
  readonly words: readonly QuestionWords[];
}

export interface PlanView {
  readonly choice: PlanChoice;
  /** 0 where nobody has chosen and the usual choice holds. */
  readonly version: number;
  /** As it follows from the round's cells; null until the list is frozen. */
  readonly plan: ReportPlan | null;
  readonly mayChange: boolean;
}

export interface DecisionRow {
  readonly id: string;
  readonly version: number;
  readonly entry: DecisionEntry;
  readonly stage: DecisionStage;
  readonly changedBy: string;
  readonly changedOn: LocalDate;
}

export interface ResultsView {
  readonly round: ResultsRound;
  readonly today: LocalDate;
  /** The first first; empty before anything is published. */
  readonly publications: readonly Publication[];
  readonly latest: PublishedRound | null;
  /** The published round before it, to compare with. */
  readonly before: PublishedRound | null;
  readonly comments: { readonly state: 'none' | 'being-read' | 'shown'; readonly questions: readonly ShownComments[] };
  readonly decisions: readonly DecisionRow[];
  readonly plan: PlanView | null;
  readonly may: { readonly run: boolean; readonly decide: boolean; readonly screen: boolean };
}

/** One published round in the list. */
export interface ResultsRow {
  readonly roundId: string;
  readonly title: string;
  readonly closesOn: LocalDate;
  readonly publishedOn: LocalDate;
  /** Of the whole round; null where it may not be shown. */
  readonly responsePercent: number | null;
  readonly decisions: Readonly<Record<DecisionStage, number>>;
  /** What changed or was decided last, for whoever answered. */
  readonly latest: readonly { readonly said: string; readonly stage: DecisionStage }[];
}

/** Whether what is stored is what was published, and whether its proof holds when it is worked out again. */
export interface VerifiedRelease {
  readonly sequence: number;
  readonly contentHash: string;
  readonly isUnaltered: boolean;
  readonly isChained: boolean;
  readonly isProved: boolean;
}

export interface ScreeningRow {
  readonly key: string;
  readonly item: string;
  readonly mayQuote: boolean;
  readonly state: 'waiting' | 'proposed';
  readonly version: number;
  /** As it was written: for the named screeners only, on this page only. */
  readonly words: string;
  /** What patterns and the list of staff found. */
  readonly found: readonly Mark[];
  readonly proposal: ScreeningProposal | null;
  readonly screenedBy: string | null;
  /** The caller proposed it, so somebody else must approve it. */
  readonly isMine: boolean;
}

export interface ScreeningProposal {
  readonly marks: readonly Mark[];
  readonly outcome: 'release' | 'withhold';
  readonly themeId: string | null;
  /** The screener's own words for it; null where the comment stands as it is. */
  readonly paraphrase: string | null;
}

/** A comment that is settled: who did what, and what was released. */
export interface SettledRow {
  readonly key: string;
  readonly item: string;
  readonly state: 'released' | 'withheld' | 'referred';
  readonly text: string | null;
  readonly isParaphrase: boolean;
  readonly themeId: string | null;
  readonly screenedBy: string | null;
  readonly settledBy: string | null;
}

export interface ScreeningView {
  readonly round: ResultsRound;
  readonly screeners: readonly PersonLabel[];
  readonly safeguardingTo: PersonLabel;
  readonly items: readonly { readonly item: string; readonly text: string; readonly replies: number }[];
  readonly themes: readonly { readonly id: string; readonly item: string; readonly label: string }[];
  readonly open: readonly ScreeningRow[];
  readonly settled: readonly SettledRow[];
}

export interface ConcernRow {
  readonly key: string;
  readonly kind: 'safeguarding' | 'whistleblowing';
  /** Null once it is closed: the words are destroyed then. */
  readonly words: string | null;
  readonly referredBy: string;
  readonly referredOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: 'passed-on' | 'known-already' | 'cannot-be-followed' | null;
}

export interface ConcernsView {
  readonly round: ResultsRound;
  readonly concerns: readonly ConcernRow[];
}
