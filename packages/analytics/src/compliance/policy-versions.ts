import type { LocalDate } from '@plumbline/domain/calendar';
import type { PersonLabel } from './rows.ts';

/** A published version of the policy, as the list of versions shows it. */
export interface PolicyVersionRow {
  readonly number: number;
  readonly contentHash: string;
  readonly title: string;
  readonly version: string;
  readonly validFrom: LocalDate;
  /** The day before the next one begins; null while none is to come. */
  readonly until: LocalDate | null;
  readonly state: 'in-force' | 'to-come' | 'past' | 'replaced';
  readonly publishedAt: string;
  /** Null for what the product came with. */
  readonly publishedBy: PersonLabel | null;
  readonly draftedBy: readonly PersonLabel[];
  readonly note: string | null;
  readonly because: string | null;
  readonly document: { readonly id: string; readonly fileName: string } | null;
}

/** What a draft was offered for publishing with. */
export interface DraftOfferView {
  readonly version: string;
  readonly validFrom: LocalDate;
  readonly note: string;
  readonly because: string | null;
  readonly by: PersonLabel;
  readonly at: string;
}

export interface PolicyDraftRow {
  readonly id: string;
  readonly title: string;
  readonly origin: 'blank' | 'in-force' | 'shelf' | 'file';
  /** Number of the version that it began with, such as 1.2.0. */
  readonly base: string | null;
  readonly state: 'open' | 'offered' | 'published' | 'discarded';
  /** Counts every saving; saving names the one it began with. */
  readonly version: number;
  readonly editors: readonly PersonLabel[];
  readonly updatedAt: string;
  readonly updatedBy: PersonLabel;
  readonly offer: DraftOfferView | null;
  readonly document: { readonly id: string; readonly fileName: string } | null;
}

/** Everything about the council's versions: those published and those in the making. */
export interface PolicyVersionsView {
  readonly versions: readonly PolicyVersionRow[];
  /** Empty for whoever neither works on nor publishes versions. */
  readonly drafts: readonly PolicyDraftRow[];
  /** Policies that a draft may begin with. */
  readonly shelf: readonly {
    readonly id: string;
    readonly kind: 'council' | 'standard';
    readonly council: string;
    readonly title: string;
    readonly version: string;
  }[];
}

/** Something about a draft that has to be mended or is good to know, at its place. */
export interface DraftRemark {
  readonly severity: 'malformed' | 'problem' | 'note';
  readonly path: string;
  readonly rule: string | null;
  /** Of the draft written as text, where it is written so; else null. */
  readonly line: number | null;
  readonly message: string;
}

/** Why somebody cannot publish a draft now. */
export type PublishHindrance = 'not-offered' | 'worked-on-it' | 'no-permission';

export interface PolicyDraftView extends PolicyDraftRow {
  /** Plain data of the policy as far as it has come. */
  readonly pack: unknown;
  /** As typed, where it was written as text last. */
  readonly sourceText: string | null;
  readonly remarks: readonly DraftRemark[];
  /** Whether its content can be read as a policy at all. */
  readonly isWellFormed: boolean;
  readonly suggestedVersion: string | null;
  readonly mayEdit: boolean;
  readonly hindrance: PublishHindrance | null;
}

/** What became of saving a draft: its new version and what is now to be said of it. */
export interface DraftSaved {
  readonly version: number;
  readonly updatedAt: string;
  readonly remarks: readonly DraftRemark[];
  readonly isWellFormed: boolean;
  readonly suggestedVersion: string | null;
}

/** A reason why a draft was not published, at its place. */
export interface PublicationRefusal {
  readonly kind: 'malformed' | 'too-large' | 'circular' | 'misdated' | 'unapproved' | 'not-sound' | 'version' | 'same-person';
  /** The file that the draft would be exported as. */
  readonly file: string;
  readonly line: number | null;
  readonly path: string;
  readonly rule: string | null;
  readonly message: string;
}

export type PublicationOutcome =
  | { readonly isPublished: true; readonly version: string; readonly contentHash: string; readonly validFrom: LocalDate }
  | { readonly isPublished: false; readonly refusals: readonly PublicationRefusal[] };

/** Whether the caller has read the version in force, and what is to come. */
export interface MyPolicyReading {
  readonly contentHash: string;
  readonly version: string;
  readonly hasRead: boolean;
}

/** Who has read the version in force, and who has not. */
export interface PolicyReadersView {
  readonly version: string;
  readonly validFrom: LocalDate;
  readonly people: readonly PolicyReaderRow[];
}

export interface PolicyReaderRow {
  readonly person: PersonLabel;
  readonly team: string | null;
  readonly role: string | null;
  readonly employedFrom: LocalDate;
  /** Within their first weeks here: reading the policy is part of their induction. */
  readonly isNew: boolean;
  readonly readAt: string | null;
}

/** How many requirements that stand today would stand otherwise. */
export interface PolicyChangeCounts {
  readonly new: number;
  readonly gone: number;
  readonly earlier: number;
  readonly later: number;
  readonly notKnown: number;
  /** Overdue today, and no longer to be seen; among the others already. */
  readonly hidden: number;
}

export interface PolicyChangesByRule {
  readonly ruleBefore: string | null;
  readonly ruleAfter: string | null;
  readonly clause: string;
  readonly says: string;
  readonly counts: PolicyChangeCounts;
}

/** What a draft would change for the council's real people, as far as that has been worked out. */
export type PolicyChangesView =
  | { readonly state: 'working'; readonly done: number }
  | { readonly state: 'failed' }
  | { readonly state: 'not-readable' }
  | {
      readonly state: 'done';
      /** ISO instant at which it was worked out. */
      readonly at: string;
      readonly on: LocalDate;
      readonly people: number;
      readonly children: number;
      readonly unchanged: number;
      readonly totals: PolicyChangeCounts;
      readonly byRule: readonly PolicyChangesByRule[];
      readonly firstDay: {
        readonly from: LocalDate;
        readonly keeps: number;
        readonly ends: number;
        readonly endsLate: number;
        readonly begins: number;
      };
    };

export type PolicyChangeKind = 'new' | 'gone' | 'earlier' | 'later' | 'not-known';

/** One requirement of a real person or child that would stand otherwise. */
export interface PolicyChangeRow {
  readonly subject: { readonly id: string; readonly kind: 'person' | 'child'; readonly label: string };
  readonly change: PolicyChangeKind;
  readonly rule: string;
  readonly dueBefore: LocalDate | null;
  readonly dueAfter: LocalDate | null;
  readonly daysLateBefore: number;
  readonly isHidden: boolean;
}

export interface PolicyChangePage {
  readonly rows: readonly PolicyChangeRow[];
  /** Rows that the caller may see; others are counted in the figures alone. */
  readonly total: number;
}
