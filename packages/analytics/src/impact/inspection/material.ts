import type { LocalDate } from '@plumbline/domain/calendar';
import type { DecisionEntry } from '@plumbline/domain/surveys';
import type { Duty, FactIndex, PolicyTimeline, Responsibility } from '@plumbline/domain/rules';
import type { AuditedRow } from '../../audits/rows.ts';
import type { PublishedRound } from '../../survey-results/views.ts';
import type { PackScope } from './pack-scope.ts';

/** When what became of a supervision was first known here, and whether somebody typed it or a file brought it. */
export interface SessionEntry {
  readonly session: string;
  readonly on: LocalDate;
  readonly isByHand: boolean;
}

/** An action that followed from an audit: when it was agreed, by when it was to be done, and when it was closed. */
export interface FollowUp {
  readonly team: string;
  readonly raisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly closedOn: LocalDate | null;
}

/** Everything that a pack is made of, as it was known at one instant. */
export interface PackMaterial {
  readonly scope: PackScope;
  readonly council: string;
  readonly councilId: string;
  readonly madeOn: LocalDate;
  readonly asOf: LocalDate;
  readonly knownAt: string;
  readonly timeline: PolicyTimeline;
  readonly index: FactIndex;
  readonly duties: readonly Duty[];
  readonly responsibilities: readonly Responsibility[];
  /** By name, who published the version in force, and on which day; null where the council took it over at the start. */
  readonly published: { readonly by: string | null; readonly on: LocalDate } | null;
  /** Staff numbers of those who had said that they read the version in force. */
  readonly readers: ReadonlySet<string>;
  /** Of supervisions whose planned day lies in the twelve months, once anything but "planned" was known of them. */
  readonly entries: readonly SessionEntry[];
  readonly audited: readonly AuditedRow[];
  readonly followUps: readonly FollowUp[];
  /** The round whose results were published last; null where none were. */
  readonly survey: PublishedRound | null;
  readonly decisions: readonly DecisionEntry[];
  readonly reads: readonly { readonly ground: string; readonly times: number; readonly readers: number }[];
  /** Lines of the log of what was done here in the twelve months. */
  readonly logged: number;
}
