import { nearDateInWords } from '@plumbline/analytics/wording';
import { useMe } from '../../app/session/me.tsx';

/** What stands at the plumb line: "Today", or the day of the past that the page is about. */
export function useDayLabel(on: string): string {
  const { today } = useMe();
  return on === today ? 'Today' : nearDateInWords(on, today);
}
