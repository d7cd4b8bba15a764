import { formatDay } from '@plumbline/domain/calendar';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { notHeld, part, share, type Counted, type DraftPart, type PartSource } from './part.ts';

/** What was said in surveys or found in audits, what was decided or agreed after it, and what has changed since. */
export function decisionsPart(source: PartSource): DraftPart {
  const title = 'What was said, decided and changed';
  const { decisions } = source;
  const followed = followUpFigures(source);
  const versions = newVersions(source);
  if (decisions.length === 0 && followed.length === 0 && versions.length === 0)
    return notHeld(
      'decisions',
      title,
      'By this day nothing had been decided on survey results, and nothing agreed after audits.',
    );
  const will = decisions.filter(({ decided }) => decided?.kind === 'will');
  const figures = [
    share('decisions.decided', 'Matters said in surveys on which something was decided', {
      numerator: decisions.filter(({ decided }) => decided !== null).length,
      denominator: decisions.length,
    }),
    share('decisions.changed', 'Decisions to act that have changed something', {
      numerator: will.filter(({ changed }) => changed !== null).length,
      denominator: will.length,
    }),
    ...followed,
  ];
  const rows = decisions.map(({ said, decided, changed }) => [
    said,
    decided === null ? 'Nothing yet' : decided.kind === 'will' ? decided.text : `Nothing will be done: ${decided.because}`,
    changed === null ? 'Nothing yet' : `${changed.text} (${dateInWords(changed.on)})`,
  ]);
  const note =
    'What people said and what was decided is written by those who decide, after each survey. Actions after audits are counted, and what they say is left out.';
  return part('decisions', title, {
    note,
    figures,
    table: { columns: ['Said', 'Decided', 'Changed'], rows: [...rows, ...versions] },
  });
}

/** Actions agreed after audits whose day fell in the twelve months. */
function followUpFigures({ followUps, window, asOf }: PartSource): Counted[] {
  const [from, to] = [formatDay(window.from), formatDay(window.to)];
  const due = followUps.filter(({ dueOn, raisedOn }) => from <= dueOn && dueOn <= to && raisedOn <= asOf);
  if (due.length === 0) return [];
  return [
    share('decisions.after-audits', 'Actions agreed after audits that were closed by their day', {
      numerator: due.filter(({ closedOn, dueOn }) => closedOn !== null && closedOn <= dueOn).length,
      denominator: due.length,
    }),
  ];
}

/** A new version of the policy changes something as well, whoever asked for it. */
function newVersions({ timeline, window, day }: PartSource): string[][] {
  return timeline
    .slice(1)
    .filter(({ from }) => window.from <= from && from <= day)
    .map(({ policy, from }) => [
      'A new version of the policy',
      `Version ${policy.pack.version} was published`,
      `In force (${dateInWords(formatDay(from))})`,
    ]);
}
