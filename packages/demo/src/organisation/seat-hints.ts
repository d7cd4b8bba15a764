import type { CouncilSize } from '../context.ts';
import type { Role } from './plan.ts';

/** What is special about whoever holds a seat today, so that every situation a council meets is somewhere in the demo. */
export type SeatHint =
  | { readonly kind: 'newly-qualified'; readonly daysAgo: number }
  | { readonly kind: 'international'; readonly daysAgo: number; readonly stagesPassed: 0 | 1 | 2 }
  | { readonly kind: 'student'; readonly daysAgo: number }
  | { readonly kind: 'trainee-psychologist'; readonly daysAgo: number }
  | { readonly kind: 'away'; readonly daysAgo: number }
  | { readonly kind: 'without-supervisor'; readonly daysAgo: number }
  | { readonly kind: 'vacant'; readonly daysAgo: number }
  | { readonly kind: 'agency'; readonly daysAgo: number }
  | { readonly kind: 'settled'; readonly daysAgo: number };

/** Among social workers' seats in order: the places that stand out. The small council shows all of them in one round. */
const SITUATIONS: Readonly<Record<number, SeatHint>> = {
  1: { kind: 'agency', daysAgo: 140 },
  3: { kind: 'newly-qualified', daysAgo: 24 },
  5: { kind: 'international', daysAgo: 75, stagesPassed: 0 },
  9: { kind: 'newly-qualified', daysAgo: 262 },
  10: { kind: 'away', daysAgo: 47 },
  11: { kind: 'without-supervisor', daysAgo: 19 },
  13: { kind: 'international', daysAgo: 230, stagesPassed: 1 },
  15: { kind: 'agency', daysAgo: 55 },
  17: { kind: 'international', daysAgo: 520, stagesPassed: 2 },
  19: { kind: 'newly-qualified', daysAgo: 398 },
  21: { kind: 'vacant', daysAgo: 26 },
};
const ROUND: Readonly<Record<CouncilSize, number>> = { small: 22, medium: 44, large: 66 };

/** The situation of a seat; `place` counts social workers' seats that nobody of the cast holds. */
export function seatHint(size: CouncilSize, role: Role, place: number): SeatHint | null {
  if (role === 'student-social-worker') return { kind: 'student', daysAgo: 48 };
  if (role === 'trainee-psychologist') return { kind: 'trainee-psychologist', daysAgo: 120 };
  return place < 0 ? null : (SITUATIONS[place % ROUND[size]] ?? null);
}
