import type { LocalDate } from '@plumbline/domain/calendar';

/** What became of the requirements of clocks that fell due. What was not known is among none of the others. */
export interface WhatIfCounts {
  /** Everything of which it is known what became of it, with what was excused. */
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
  /** Not counted: away. */
  readonly excused: number;
  readonly notKnown: number;
}

/** One clock of the policy. */
export interface WhatIfSeries {
  readonly series: string;
  readonly title: string;
  readonly about: 'person' | 'child';
  readonly counts: WhatIfCounts;
  /** How many the policy asks for over the twelve months; a share of one where somebody is asked for part of an interval. */
  readonly required: number;
  /** Of how many people or children something was asked. */
  readonly subjects: number;
  /** False where nobody records what the clock needs: then nothing is known of it. */
  readonly isRecorded: boolean;
}

/** One team, or the whole council. Minutes and numbers of supervisions are of the twelve months. */
export interface WhatIfTeam {
  /** The code of the team that answered on the day; empty where none did. */
  readonly team: string;
  readonly people: WhatIfCounts;
  readonly children: WhatIfCounts;
  /** Supervisions of people that are asked for. */
  readonly required: number;
  /** Discussions of children that are asked for; they take place in supervisions and have no minutes of their own. */
  readonly requiredDiscussions: number;
  /** Minutes that the supervisions asked for would take; null where nothing says how long one is. */
  readonly minutes: number | null;
  readonly peopleLate: number;
  readonly childrenLate: number;
}

/** What really was, whatever is asked about: of one team, or of the whole council. */
export interface WhatIfTeamToday {
  readonly team: string;
  /** People who supervise somebody of the team today. */
  readonly supervisors: number;
  readonly supervisees: number;
  /** Supervisions of people that were held in the twelve months, and the minutes that they took. */
  readonly held: number;
  readonly spentMinutes: number;
}

/** Somebody of whom a requirement was done late or not done in the twelve months. References: nothing of this leaves the server as it is. */
export interface LateSubject {
  readonly kind: 'person' | 'child';
  readonly ref: string;
  /** The team that answered when the first of them fell due. */
  readonly team: string;
  readonly late: number;
  readonly notDone: number;
  /** The most days late of any, absence left out; up to today where it is not done. */
  readonly daysLate: number;
}

/** Where the length of a supervision is taken from. */
export type MinutesFrom = 'policy' | 'median' | 'both' | 'nothing';

/** What one set of rules asks over the twelve months, beside what was really held. */
export interface WhatIfOutcome {
  readonly whole: WhatIfTeam;
  readonly teams: readonly WhatIfTeam[];
  readonly series: readonly WhatIfSeries[];
  readonly late: readonly LateSubject[];
  readonly minutesFrom: MinutesFrom;
}

/** What stays the same under every set of rules. */
export interface WhatIfToday {
  readonly whole: WhatIfTeamToday;
  readonly teams: readonly WhatIfTeamToday[];
  /** The middle one of the minutes of the supervisions held; null where no length is recorded. */
  readonly medianMinutes: number | null;
  /** Supervisions held of which no length is recorded: they are taken as long as the middle one. */
  readonly withoutMinutes: number;
  /** From when supervisions of people, and discussions of children, are recorded here; null where nobody records them. */
  readonly recordsFrom: { readonly people: LocalDate | null; readonly children: LocalDate | null };
}

/** The twelve months asked about, both days included. */
export interface WhatIfMonths {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Hours and the number of people for each supervisor that they allow. */
export interface WhatIfHours {
  /** A month, over the twelve months; null where nothing says how long a supervision is. */
  readonly hoursAMonth: number | null;
  readonly hoursPerSupervisor: number | null;
  readonly ratioToday: number | null;
  /** People for each supervisor at which the hours that were really spent would be enough; null where that cannot be said. */
  readonly ratioNeeded: number | null;
}

/** One set of rules on the page. */
export interface WhatIfOptionView extends Omit<WhatIfOutcome, 'late'> {
  readonly name: string;
  readonly isInForce: boolean;
  /** Of whom something would have been late, and nothing was under the policy in force. */
  readonly newlyLate: { readonly people: number; readonly children: number };
}

/** The answer to "what if", or how far it is. */
export type WhatIfView =
  | { readonly state: 'working'; readonly done: number }
  | { readonly state: 'failed' }
  | { readonly state: 'not-readable'; readonly name: string; readonly draftId: string | null }
  | {
      readonly state: 'done';
      readonly at: string;
      readonly months: WhatIfMonths;
      readonly real: WhatIfToday;
      readonly inForce: WhatIfOptionView;
      readonly options: readonly WhatIfOptionView[];
      readonly teams: readonly { readonly code: string; readonly name: string }[];
      /** What it cannot know, and what the figures rest on. */
      readonly notes: readonly string[];
    };

/** Somebody who would have been late, as far as the reader may see them. */
export interface WhatIfLateRow {
  readonly subject: { readonly id: string; readonly kind: 'person' | 'child'; readonly label: string };
  readonly team: string;
  readonly late: number;
  readonly notDone: number;
  readonly daysLate: number;
  readonly isLateInForce: boolean;
}

export interface WhatIfLatePage {
  readonly rows: readonly WhatIfLateRow[];
  /** Those whom the reader may see, of `all`. */
  readonly total: number;
  readonly all: number;
}
