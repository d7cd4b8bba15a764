import type { NeedRow } from '../../compliance/index.ts';
import { dateWithWeekday, daysInWords } from './dates.ts';
import type { NeedInWords } from './needs.ts';

/** Many of a kind as one line: how many, which is the most pressing, and the list in which they stand. */
export function aboutFolded(need: NeedRow, about: 'person' | 'child'): NeedInWords {
  const count = (need.count ?? 0).toLocaleString('en-GB');
  const first = need.on === null ? '' : dateWithWeekday(need.on);
  const isChild = about === 'child';
  const action = { kind: 'see-team' as const, label: isChild ? 'See the children' : 'See my people' };
  const longest = `The longest by ${daysInWords(need.duty?.daysLate ?? 0)}.`;
  switch (need.kind) {
    case 'overdue':
      return {
        headline: `${count} ${isChild ? 'case supervisions' : 'requirements for your people'} are overdue`,
        detail: longest,
        action,
      };
    case 'due-soon':
      return {
        headline: `${count} ${isChild ? 'case supervisions' : 'requirements for your people'} are due within a week`,
        detail: first === '' ? '' : `The first on ${first}.`,
        action,
      };
    case 'record-to-share':
      return {
        headline: `Share the records of ${count} supervisions`,
        detail: first === '' ? '' : `The first was due on ${first}.`,
        action,
      };
    case 'not-on-file':
      return {
        headline: `${count} supervisions have children discussed who are not yet on the file`,
        detail: first === '' ? '' : `The first was on ${first}. Each counts once the record is on the child’s own file.`,
        action,
      };
    default:
      return {
        headline: `Say how ${count} supervisions went`,
        detail: first === '' ? '' : `The first was planned for ${first}.`,
        action,
      };
  }
}
