import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import type { PackFigure, PackPart, PackRow, PackView } from './outputs.ts';

/** How far a pack has come, in words. */
export function stateInWords(state: PackRow['state']): string {
  if (state === 'approved') return 'Checked and approved';
  return state === 'checked' ? 'Checked, not approved' : 'Draft, not checked';
}

export interface StepWords {
  readonly step: string;
  readonly isDone: boolean;
  readonly says: string;
}

/** The three steps of a pack: who did each and when, or that nobody has. */
export function stepsOf({ drafted, checked, approved }: PackRow): StepWords[] {
  const of = (step: string, act: PackRow['checked'], waiting: string): StepWords => ({
    step,
    isDone: act !== null,
    says: act === null ? waiting : `${act.name}${act.isMe ? ' (you)' : ''}, ${instantInWords(act.at)}`,
  });
  return [
    of('Drafted', drafted, ''),
    of('Checked', checked, 'Nobody has checked it yet'),
    of('Approved', approved, checked === null ? 'Comes after the check' : 'Nobody has approved it yet'),
  ];
}

/** What the reader can do with a pack now, or why they cannot. */
export function whatNext({ state, may, maySign, drafted, checked }: PackView): string {
  if (state === 'approved') return 'It is ready to be given to inspectors. It stays as it is: newer figures are a new pack.';
  if (!maySign)
    return state === 'drafted'
      ? 'Two people who answer for the council check and approve it. It waits for the first of them.'
      : 'It waits for a second person who answers for the council to approve it.';
  if (may.check)
    return 'Look through every part and ask whether you could stand by each figure. Checking puts your name on the pack; it cannot be taken back, and the figures stay as they are.';
  if (may.approve)
    return 'Approving puts your name on the pack as the one who lets it out. Whoever checked it is somebody else. It cannot be taken back, and the figures stay as they are.';
  if (state === 'drafted')
    return drafted.isMe ? 'You drafted this pack, so somebody else checks it.' : 'It waits for somebody to check it.';
  if (checked?.isMe === true) return 'You checked this pack, so somebody else approves it.';
  return drafted.isMe ? 'You drafted this pack, so somebody else approves it.' : 'It waits for somebody to approve it.';
}

/** "82.1%", "4 days"; a dash where there is nothing to count. */
export function valueInWords({ value, unit }: PackFigure): string {
  if (value === null) return 'Nothing to count';
  return unit === '%' ? `${value}%` : `${value.toLocaleString('en-GB')} ${unit}`;
}

/** "41 of 50", "51 to 14" where the one is for each of the other, or the number alone. */
export function countInWords({ unit, numerator, denominator }: PackFigure): string {
  const said = numerator.toLocaleString('en-GB');
  return denominator === null ? said : `${said} ${unit === '%' ? 'of' : 'to'} ${denominator.toLocaleString('en-GB')}`;
}

/** A part's table says more than its figures; where it is the same again it is left out on the page. */
export function tableToShow({ table }: PackPart): PackPart['table'] {
  return table === null || table.columns.at(-1) === 'Not known' ? null : table;
}

/** What a pack is called: of which home, where it is of one, and as of which day. */
export function titleOf({ home, asOf }: Pick<PackRow, 'home' | 'asOf'>): string {
  return `Inspection pack${home === null ? '' : ` of ${home}`}, ${dateInWords(asOf)}`;
}

/** Why nothing stands in a part that holds nothing. */
export function standingInWords({ leftOut }: Pick<PackPart, 'leftOut'>): string {
  if (leftOut === undefined) return 'Not held';
  return leftOut === 'not-of-home' ? 'Not in a home’s pack' : 'Too few people to show';
}
