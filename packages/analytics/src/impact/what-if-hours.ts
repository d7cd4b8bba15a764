import type { WhatIfHours, WhatIfTeam, WhatIfTeamToday } from './what-if-views.ts';

/**
 * Hours a month, hours for each supervisor, and the ratio at which the hours that were really spent would be enough: today's
 * people for each supervisor, times what was spent over what would be needed. More needed than spent means fewer people each.
 */
export function hoursOf({ minutes }: Pick<WhatIfTeam, 'minutes'>, today: Omit<WhatIfTeamToday, 'team' | 'held'>): WhatIfHours {
  const hoursAMonth = minutes === null ? null : minutes / 60 / 12;
  const ratioToday = today.supervisors === 0 ? null : today.supervisees / today.supervisors;
  return {
    hoursAMonth,
    hoursPerSupervisor: hoursAMonth === null || today.supervisors === 0 ? null : hoursAMonth / today.supervisors,
    ratioToday,
    ratioNeeded:
      ratioToday === null || minutes === null || minutes === 0 || today.spentMinutes === 0
        ? null
        : (ratioToday * today.spentMinutes) / minutes,
  };
}

/** The share done on time of what fell due and was not excused, from 0 to 1; null where nothing was. */
export function onTimeShare({ due, onTime, excused }: { due: number; onTime: number; excused: number }): number | null {
  return due - excused <= 0 ? null : onTime / (due - excused);
}
