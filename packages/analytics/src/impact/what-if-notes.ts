import type { WhatIfOptionView, WhatIfToday } from './what-if-views.ts';

/** What these figures cannot know and what they rest on, in sentences: those that hold always first. */
export function whatIfNotes(options: readonly WhatIfOptionView[], real: WhatIfToday): string[] {
  return [
    'People would have supervised otherwise under other rules. What is counted is what was really held, as if nobody had known of the other rules: a stricter policy looks later here than it would have been, and a looser one shows supervisions that it did not ask for.',
    'Each set of rules is taken as if it had held all along, so that what was held before the twelve months counts towards what falls due in them.',
    'What is not known stays outside every figure: days before records begin here, and clocks of which nobody records what they need.',
    'How many are asked for is the days on which somebody was asked, over the interval that the policy sets for them. A recorded time away as long as the interval asks for nothing.',
    'Hours are of supervision alone with one person. Groups, preparing, writing up and travel are not in them, and discussions of children take place within supervision.',
    ...options.flatMap((option) => ofOption(option, real)),
    ...(real.withoutMinutes > 0 && real.medianMinutes !== null
      ? [
          `${real.withoutMinutes.toLocaleString('en-GB')} of the ${real.whole.held.toLocaleString('en-GB')} supervisions held have no length recorded; they are taken as ${minutesText(real.medianMinutes)}, the middle of the others.`,
        ]
      : []),
  ];
}

function ofOption({ name, minutesFrom, series }: WhatIfOptionView, { medianMinutes }: WhatIfToday): string[] {
  const notes: string[] = [];
  const median = medianMinutes === null ? '' : ` (${minutesText(medianMinutes)})`;
  if (minutesFrom === 'median')
    notes.push(`${name}: it does not say how long a supervision is, so hours use the middle length of those held here${median}.`);
  if (minutesFrom === 'both')
    notes.push(
      `${name}: for some people it does not say how long a supervision is; hours use the middle length held here${median}.`,
    );
  if (minutesFrom === 'nothing') notes.push(`${name}: nothing says how long a supervision is, so hours cannot be worked out.`);
  for (const { title, isRecorded } of series)
    if (!isRecorded) notes.push(`${name}: nothing is known of “${title}”: what it needs is not recorded here.`);
  const clocks = series.filter(({ about, required }) => about === 'person' && required > 0);
  if (clocks.length > 1)
    notes.push(
      `${name}: ${clocks.map(({ title }) => `“${title}”`).join(' and ')} are taken as supervisions of their own; one that serves both is counted twice in what is asked for.`,
    );
  return notes;
}

function minutesText(minutes: number): string {
  return `${Math.round(minutes)} minutes`;
}
