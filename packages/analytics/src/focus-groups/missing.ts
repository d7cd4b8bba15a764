import { ROLE_FAMILIES, ROLE_FAMILY_NAMES, type RoleFamily } from '@plumbline/domain/surveys';
import type { FamilyCounts } from '@plumbline/domain/focus-groups';

/** One role family: how many there are, how many were in the room, and how many answered the survey. */
export interface FamilyHeard {
  readonly family: RoleFamily;
  readonly label: string;
  /** People with a post in it today. */
  readonly headCount: number;
  readonly invited: number | null;
  readonly present: number | null;
  /** Whole per cent of the published response rate; null where there is none. */
  readonly responsePercent: number | null;
  readonly standing: 'heard' | 'few' | 'nobody' | 'not-recorded' | 'none-here';
}

export interface Heard {
  readonly families: readonly FamilyHeard[];
  /** Fewer were in the room than half of what the family's share of staff would give. */
  readonly missing: readonly RoleFamily[];
}

interface Asked {
  readonly headCounts: FamilyCounts;
  readonly invited: FamilyCounts;
  readonly present: FamilyCounts;
  readonly responsePercents?: FamilyCounts;
}

/**
 * Who was not in the room: present against everybody who works here, family by family. "Few" is less than half of the share
 * that the family has among staff; where nobody wrote down who came, nothing is claimed.
 */
export function whoWasHeard({ headCounts, invited, present, responsePercents = {} }: Asked): Heard {
  const everybody = sum(headCounts);
  const inRoom = sum(present);
  const families = ROLE_FAMILY_NAMES.map((family): FamilyHeard => {
    const headCount = headCounts[family] ?? 0;
    const here = present[family] ?? (inRoom > 0 ? 0 : null);
    return {
      family,
      label: ROLE_FAMILIES[family],
      headCount,
      invited: invited[family] ?? null,
      present: here,
      responsePercent: responsePercents[family] ?? null,
      standing: standingOf(headCount, here, everybody === 0 ? 0 : headCount / everybody, inRoom),
    };
  });
  return {
    families,
    missing: families.filter(({ standing }) => standing === 'nobody' || standing === 'few').map(({ family }) => family),
  };
}

function standingOf(headCount: number, present: number | null, share: number, inRoom: number): FamilyHeard['standing'] {
  if (present === null) return 'not-recorded';
  if (headCount === 0) return present > 0 ? 'heard' : 'none-here';
  if (present === 0) return 'nobody';
  return present / inRoom < share / 2 ? 'few' : 'heard';
}

function sum(counts: FamilyCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
