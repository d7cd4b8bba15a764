import { AUDIT_KIND_NAMES, type AuditKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { completedWithin, type AuditedRow, type Period } from './rows.ts';

/** A team with how many people are in it. */
export interface TeamHeadcount {
  /** Code. */
  readonly team: string;
  readonly name: string;
  readonly headCount: number;
}

export interface TeamCoverage extends TeamHeadcount {
  /** Audits completed in the period, of any kind and basis. */
  readonly completed: number;
  /** People whose practice was looked at in the period, each once; and by kind, for kinds that were used. */
  readonly persons: number;
  readonly byKind: readonly { readonly kind: AuditKind; readonly persons: number; readonly completed: number }[];
  /** Persons as a fraction of the head count, at most 1: some may have left since. Null for a team without people. */
  readonly share: number | null;
  /** The day of the last audit up to the end of the period, even if before it. */
  readonly lastOn: LocalDate | null;
  /** Nothing was completed in the period. */
  readonly isNotYetLookedAt: boolean;
}

/**
 * How far audits have reached into each team, in the order of the teams given. Things that are nobody's practice count as audits and
 * not as persons. Audits of a team that is not given are left out.
 */
export function auditCoverage(rows: readonly AuditedRow[], headcounts: readonly TeamHeadcount[], period: Period): TeamCoverage[] {
  const upTo = rows.filter(({ completedOn }) => completedOn <= period.to);
  const byTeam = Map.groupBy(upTo, ({ team }) => team);
  return headcounts.map((headcount) => coverageOf(headcount, byTeam.get(headcount.team) ?? [], period));
}

function coverageOf(headcount: TeamHeadcount, rows: readonly AuditedRow[], period: Period): TeamCoverage {
  const own = completedWithin(rows, period);
  const persons = personsIn(own);
  const byKind = Map.groupBy(own, ({ kind }) => kind);
  return {
    ...headcount,
    completed: own.length,
    persons,
    byKind: AUDIT_KIND_NAMES.flatMap((kind) => {
      const ofKind = byKind.get(kind);
      return ofKind === undefined ? [] : [{ kind, persons: personsIn(ofKind), completed: ofKind.length }];
    }),
    share: headcount.headCount === 0 ? null : Math.min(1, persons / headcount.headCount),
    lastOn: rows.reduce<LocalDate | null>(
      (last, { completedOn }) => (last !== null && last > completedOn ? last : completedOn),
      null,
    ),
    isNotYetLookedAt: own.length === 0,
  };
}

function personsIn(rows: readonly AuditedRow[]): number {
  return new Set(rows.flatMap(({ person }) => (person === null ? [] : [person]))).size;
}
