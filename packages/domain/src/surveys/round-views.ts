/** What the main address tells pages about rounds. */
import type { LocalDate } from '../calendar/index.ts';
import type { Manifest, RoundState } from './round.ts';
import type { RoleFamily } from './role-families.ts';

/** A round to which the caller is invited. */
export interface MyRound {
  readonly id: string;
  readonly title: string;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly minutes: number;
  readonly state: RoundState;
  readonly cell: {
    readonly id: string;
    readonly label: string;
    readonly headCount: number;
    /** SubjectPublicKeyInfo in base64, and its SHA-256 in hexadecimal. */
    readonly publicKey: string;
    readonly fingerprint: string;
  };
  readonly manifestHash: string;
  /** Whether their one-time link was made already: it says nothing about whether they answered. */
  readonly isIssued: boolean;
  /** It was printed for them on paper. */
  readonly isOnPaper: boolean;
  readonly remindersStopped: boolean;
  /** Whether mails reach them; where not, Home is how they hear of it. */
  readonly hasAddress: boolean;
  readonly boxUrl: string;
}

export interface PersonChoice {
  /** Subject id. */
  readonly id: string;
  readonly name: string;
}

export interface RoundRow {
  readonly id: string;
  readonly title: string;
  readonly state: RoundState;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly reportBy: LocalDate;
  readonly invited: number;
  readonly version: number;
}

/** Groups that were put together because one of them was too small. */
export interface MergedCell {
  readonly cell: string;
  readonly parts: readonly { readonly service: string; readonly roleFamily: RoleFamily; readonly headCount: number }[];
}

/** Why a round cannot be opened on this database, or what stands in the way of a promise made to staff. */
export type BoxObstacle =
  | 'commit-times'
  | 'log-archive'
  | 'log-followers'
  | 'statements-logged'
  | 'parameters-logged'
  | 'statements-kept';

export interface RoundDetail extends RoundRow {
  readonly designId: string;
  readonly designVersion: number;
  readonly minutes: number;
  readonly paperBy: readonly PersonChoice[];
  readonly screeners: readonly PersonChoice[];
  readonly safeguardingTo: PersonChoice;
  /** From freezing on. */
  readonly cells: readonly {
    readonly id: string;
    readonly label: string;
    readonly headCount: number;
    readonly fingerprint: string;
    /** From mixing on. */
    readonly issued: number | null;
    readonly received: number | null;
  }[];
  readonly merged: readonly MergedCell[];
  readonly manifest: Manifest | null;
  readonly manifestHash: string | null;
  /** How many one-time links were made and how many answers came, in steps of five while it is open. */
  readonly issuedAbout: number | null;
  readonly receivedAbout: number | null;
  readonly frozenOn: LocalDate | null;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly remindedOn: LocalDate | null;
  /** How many of the invited have no address: they hear of it on Home and from people. */
  readonly withoutAddress: number;
  /** How many staff stand in no post today and so are not invited. */
  readonly withoutPost: number;
  /** Whether mails leave this server at all. */
  readonly isMailOn: boolean;
  readonly obstacles: readonly BoxObstacle[];
  readonly boxUrl: string;
}

/** An open round that names the caller to hand out paper, with what the printing page must be told. */
export interface PaperRound {
  readonly id: string;
  readonly title: string;
  readonly closesOn: LocalDate;
  readonly manifestHash: string;
  readonly boxUrl: string;
}

/** For whoever prints paper: the invited, and whether a one-time link was made for them. */
export interface PaperPerson extends PersonChoice {
  readonly team: string;
  readonly hasAddress: boolean;
  readonly isIssued: boolean;
  readonly isOnPaper: boolean;
  readonly cell: { readonly id: string; readonly publicKey: string; readonly fingerprint: string };
}

/** What was published when the round closed. */
export interface RoundReceipts {
  readonly receipts: readonly string[];
  readonly cells: readonly {
    readonly id: string;
    readonly label: string;
    readonly headCount: number;
    readonly issued: number;
    /** Null where it could show how few answered. */
    readonly received: number | null;
  }[];
}
