import { dateInWords, dateWithWeekday } from '@plumbline/analytics/wording';
import { ROLE_FAMILIES, type BoxObstacle, type MergedCell, type RoundDetail, type RoundRow } from '@plumbline/domain/surveys';
import type { Refusal } from '../../../parts/form/refusal.ts';

/** What a round's state is called on pages. */
export const STATE_WORDS: Readonly<Record<RoundRow['state'], string>> = {
  drafted: 'Planned',
  frozen: 'List fixed',
  open: 'Open',
  closed: 'Closing',
  mixed: 'Closed and mixed',
  discarded: 'Put aside',
};

/** One line under the name of a round: when it is or was open. */
export function whenInWords({ state, opensOn, closesOn }: Pick<RoundRow, 'state' | 'opensOn' | 'closesOn'>): string {
  if (state === 'open') return `Open until ${dateWithWeekday(closesOn)}.`;
  if (state === 'drafted' || state === 'frozen')
    return `Opens on ${dateWithWeekday(opensOn)}, closes on ${dateWithWeekday(closesOn)}.`;
  return `${dateInWords(opensOn)} to ${dateInWords(closesOn)}.`;
}

/** What was put together into one group, and why. */
export function mergedInWords({ parts }: MergedCell): string {
  const names = parts.map(
    ({ service, roleFamily, headCount }) => `${service}, ${ROLE_FAMILIES[roleFamily].toLowerCase()} (${headCount})`,
  );
  return `${names.join(' + ')}: put together because fewer than ten people would stand in a group of their own.`;
}

const OBSTACLES: Readonly<Record<BoxObstacle, string>> = {
  'commit-times': 'The database keeps the time of every change (track_commit_timestamp). Turn it off.',
  'log-archive':
    'The database archives its write-ahead log (archive_mode), in which answers stand in the order in which they came.',
  'log-followers': 'Another database follows this one and would see answers come in, one by one.',
  'statements-logged': 'The database logs every statement (log_statement or log_min_duration_statement), with its time.',
  'parameters-logged': 'The database logs what statements carry when they fail (log_parameter_max_length_on_error).',
  'statements-kept': 'An extension of the database keeps the texts of statements.',
};

/** Why the promise to staff would not hold on this server. */
export function obstacleInWords(obstacle: BoxObstacle): string {
  return OBSTACLES[obstacle];
}

/** Why a step was refused, in a sentence. */
export function refusalInWords({ kind, fields }: Refusal): string {
  const said = Object.entries(fields).filter(([field]) => field !== 'state' && field !== 'obstacles');
  switch (kind) {
    case 'out-of-date':
      return 'Somebody else has changed this round meanwhile. This page shows it as it stands now: look, and press again.';
    case 'wrong-state':
      return 'The round has moved on meanwhile. This page shows it as it stands now.';
    case 'already-recorded':
      return 'Everybody has been reminded today already. Once a day is enough.';
    case 'invalid':
      return said.length > 0 ? said.map(([, words]) => words).join(' ') : 'This cannot be done as it stands.';
    case 'offline':
      return 'The server cannot be reached. Nothing has changed: check the connection and press again.';
    default:
      return 'The server could not do it, and nothing has changed. Try again in a minute.';
  }
}

/** "1 receipt", "3 receipts". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How many took a link and how many answers came, as far as may be said. */
export function countsInWords({ state, invited, issuedAbout, receivedAbout }: RoundDetail): string {
  if (issuedAbout === null || receivedAbout === null) return `${invited} people are invited.`;
  if (state === 'mixed')
    return `${invited} were invited, ${counted(issuedAbout, 'one-time link was', 'one-time links were')} given out, and ${counted(receivedAbout, 'answer is', 'answers are')} in the box.`;
  const about = (count: number): string => (count === 0 ? 'fewer than 5' : `${count} or a few more`);
  return `Of ${invited} people, ${about(issuedAbout)} have taken their link; ${about(receivedAbout)} have answered. While the survey is open, counts are given in steps of five only.`;
}
