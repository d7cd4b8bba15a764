import type { LocalDate } from '@plumbline/domain/calendar';
import type { DecisionEntry } from '@plumbline/domain/surveys';
import type { Duty, FactIndex, PolicyTimeline, Responsibility } from '@plumbline/domain/rules';
import type { AuditedRow } from '../../audits/rows.ts';
import type { PublishedRound } from '../../survey-results/views.ts';

/** Everything that a pack is made of, as it was known at one instant. */
export interface PackMaterial {
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
  readonly audited: readonly AuditedRow[];
  /** The round whose results were published last; null where none were. */
  readonly survey: PublishedRound | null;
  readonly decisions: readonly DecisionEntry[];
  readonly reads: readonly { readonly ground: string; readonly times: number; readonly readers: number }[];
}
