import type { Day } from '@plumbline/domain/calendar';
import type { Duty } from '@plumbline/domain/rules';

/** Whether a question waits for an answer on a day. */
export function waitsOn({ judged, openedOn, metOn, endedOn }: Duty, day: Day): boolean {
  return judged === 'asked' && openedOn <= day && (metOn === null || metOn > day) && (endedOn === null || endedOn >= day);
}
