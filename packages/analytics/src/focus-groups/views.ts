import type {
  Band,
  Codebook,
  Direction,
  EvidenceGrade,
  FocusGroupRecord,
  FocusGroupState,
  ReadRecord,
} from '@plumbline/domain/focus-groups';
import type { PersonLabel } from '../compliance/rows.ts';
import type { CoderAgreement } from './agreement.ts';
import type { Heard } from './missing.ts';

/** One group in the list. */
export interface FocusGroupRow {
  readonly id: string;
  readonly title: string;
  readonly state: FocusGroupState;
  readonly heldOn: string | null;
  readonly audience: string;
  readonly present: number | null;
  /** The caller was there, the record is with its members, and they have not agreed to it as it stands. */
  readonly waitsForMe: boolean;
  readonly openCorrections: number;
}

export interface FocusGroupList {
  readonly groups: readonly FocusGroupRow[];
  readonly mayRun: boolean;
  readonly mayCode: boolean;
}

export interface FocusGroupMemberRow {
  readonly person: PersonLabel;
  readonly roleFamily: string;
  readonly wasPresent: boolean;
  /** What they said of the record as it stands now. */
  readonly said: 'nothing' | 'agreed' | 'agreed-before';
}

export interface FocusGroupCorrectionRow {
  readonly id: string;
  /** Null where it is not the reader's business who said it. */
  readonly by: PersonLabel | null;
  readonly isMine: boolean;
  readonly questionId: string | null;
  readonly says: string;
  readonly state: 'open' | 'taken' | 'declined';
  readonly reply: string | null;
}

/** A group with its record, as the caller may see it. */
export interface FocusGroupView {
  readonly id: string;
  readonly state: FocusGroupState;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly record: FocusGroupRecord;
  readonly sourceName: string | null;
  readonly mayRun: boolean;
  readonly mayCode: boolean;
  /** The caller is one of those who were in the room. */
  readonly isMember: boolean;
  /** The caller agreed to the record as it stands. */
  readonly hasAgreed: boolean;
  /** Empty for whoever only reads. */
  readonly members: readonly FocusGroupMemberRow[];
  readonly agreed: number;
  readonly asked: number;
  readonly corrections: readonly FocusGroupCorrectionRow[];
  readonly heard: Heard;
}

/** Somebody who can be invited. */
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly roleFamily: string;
  readonly team: string;
  readonly service: string;
}

/** What a file was understood to say; nothing is kept yet. */
export interface ReadFile extends ReadRecord {
  readonly fileName: string;
  readonly text: string;
}

export interface CodedExtractRow {
  readonly id: string;
  readonly questionId: string | null;
  readonly construct: number | null;
  readonly band: Band | null;
  readonly words: string;
  readonly isVerbatim: boolean;
  readonly isMine: boolean;
  /** Drawn for a second coder. */
  readonly isDrawn: boolean;
  readonly hasFirst: boolean;
  readonly hasSecond: boolean;
  /** The caller's own coding. Another's is shown only once the caller has coded it too, or where it is not the caller's to code. */
  readonly mine: CodingRow | null;
  readonly other: (CodingRow & { readonly by: PersonLabel }) | null;
  /** What the caller would be to it; `done` once two have coded it under the codebook that holds. */
  readonly role: 'first' | 'second' | 'done';
}

export interface CodingRow {
  readonly codes: readonly string[];
  readonly direction: Direction;
  readonly evidence: EvidenceGrade;
  readonly version: number;
}

export interface CodingView {
  readonly groupId: string;
  readonly title: string;
  readonly record: FocusGroupRecord;
  readonly codebook: Codebook;
  readonly codebookNumber: number;
  readonly extracts: readonly CodedExtractRow[];
  readonly agreement: CoderAgreement;
}

export interface CodebookView {
  readonly codebook: Codebook;
  /** 0 for the shipped one. */
  readonly number: number;
  readonly mayChange: boolean;
  readonly history: readonly {
    readonly number: number;
    readonly note: string;
    readonly savedBy: string;
    readonly savedAt: string;
  }[];
  /** How often each code was given, by its present id, in groups that nobody has agreed to yet as well: null for whoever only reads. */
  readonly uses: Readonly<Record<string, number>> | null;
}
