/** What the main address tells pages about designs of surveys. */
import type { DesignCheck } from './check/index.ts';
import type { Instrument } from './instrument.ts';
import type { PolicyQuestions } from './policy-items/index.ts';
import type { BrokenLineage } from './versions.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DesignVersionRow {
  readonly number: number;
  readonly contentHash: string;
  readonly basedOn: number | null;
  readonly publishedBy: Named;
  readonly publishedAt: string;
}

export interface DesignRow {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: Named;
  /** Published versions, the latest first. */
  readonly versions: readonly DesignVersionRow[];
}

/** The policy in force, as far as a survey's author needs it. */
export interface DesignPolicy {
  readonly packId: string;
  readonly version: string;
  readonly title: string;
  readonly keepsAppraisalApart: boolean | null;
  /** The council's own word for appraisal; null where it has none. */
  readonly appraisalWord: string | null;
  readonly questions: PolicyQuestions;
  /** What the full form becomes with this policy attached: its factual items and its wording of question 7. */
  readonly usualItems: readonly string[];
}

export interface DesignView extends DesignRow {
  readonly state: 'open' | 'discarded';
  readonly origin: string;
  readonly draft: Instrument;
  readonly draftFrom: number | null;
  /** The published version on which the draft builds; null before the first. */
  readonly base: Instrument | null;
  /** Null where the council has no policy yet. */
  readonly policy: DesignPolicy | null;
}

export interface DesignSaved {
  readonly version: number;
  readonly updatedAt: string;
  readonly check: DesignCheck;
  /** Items that cannot be compared with the version before, and why. */
  readonly broken: readonly BrokenLineage[];
}

/** What became of one question of a file from another survey tool, where it did not come over whole. */
export interface DesignImportNote {
  /** As the other tool numbers it. */
  readonly question: string;
  readonly text: string;
  readonly kind:
    /** Left out: nothing here asks like that. */
    | 'not-mapped'
    /** Left out: it asks who somebody is, or a file or a date of them. */
    | 'asks-who'
    /** Left out: the form is full. */
    | 'no-room'
    /** Came over without its condition, which is not of a kind known here. */
    | 'condition'
    /** Came over without its own words beside the choices. */
    | 'comment'
    /** Came over as one question for each row. */
    | 'rows'
    /** Came over shortened. */
    | 'shortened'
    /** Came over without a name that the other tool would have put in. */
    | 'placeholder'
    /** Came over as one that may be left out. */
    | 'forced'
    /** Bounds or number of choices were not given, and ours were taken. */
    | 'bounds'
    /** Came over without a check or a limit that the other tool sets on its answer. */
    | 'limit';
  /** What the other tool calls the kind, or the condition; empty where it says nothing more. */
  readonly detail: string;
}
