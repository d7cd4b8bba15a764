import { NOT_SHOWN } from '../../disclosure/release.ts';
import { dateInWords } from '../../prepare/wording/dates.ts';
import type { PublishedRound } from '../../survey-results/views.ts';
import { surveyFigure } from '../survey-evidence.ts';
import { standardsOf, untouchedStandards, type NationalStandard } from './national-standards.ts';
import { notHeld, part, share, type DraftPart, type PartSource } from './part.ts';

interface Asked {
  readonly key: string;
  readonly text: string;
  readonly standards: readonly NationalStandard[];
  /** Null where it is hidden. */
  readonly shown: { readonly favourable: number; readonly n: number } | null;
}

/** The survey results published last, and which national standard each question touches. What is hidden stands as hidden. */
export function surveyPart({ survey }: PartSource): DraftPart {
  const title = 'Survey results, and the national standards they touch';
  if (survey === null) return notHeld('survey', title, 'No survey results had been published by this day.');
  const asked = askedIn(survey);
  const figures = asked.flatMap(({ key, text, shown }) =>
    shown === null
      ? []
      : [share(`survey.${key}`, text, { numerator: Math.round(shown.favourable * shown.n), denominator: shown.n })],
  );
  if (figures.length === 0)
    return notHeld('survey', title, 'Nothing of the survey results published last may be shown for the council together.');
  const rows = asked.map(({ text, shown, standards }) => [
    text,
    shown === null ? `Not shown: ${NOT_SHOWN}` : `${Math.round(shown.favourable * 100)}%`,
    shown === null ? '' : String(shown.n),
    standards.map(({ number, about }) => `${number}. ${about}`).join('; '),
  ]);
  const columns = ['Question', 'Positive answers', 'Replies', 'National standards for employers'];
  return part('survey', title, { note: noteOf(survey), figures, table: { columns, rows } });
}

function askedIn({ round, release, words }: PublishedRound): Asked[] {
  return words.flatMap((word) => {
    const figure = word.number === null ? null : surveyFigure({ round, release, words: [word] }, [word.number]);
    if (figure === null) return [];
    return [{ key: word.key, text: word.text, standards: standardsOf(word.number), shown: figure.items[0] ?? null }];
  });
}

function noteOf({ round, release }: PublishedRound): string {
  const rate = release.rates.find(({ group }) => group === 'whole');
  const replied = rate?.state === 'shown' && rate.percent !== null ? ` ${rate.percent}% of those asked replied.` : '';
  const untouched = untouchedStandards()
    .map(({ number, about }) => `${number} (${about.toLowerCase()})`)
    .join(', ');
  return `${round.title}, closed ${dateInWords(round.closesOn)}: the answers of everybody together.${replied} "Positive" is agreement, or disagreement where the question was put the other way round. The national health check of employers asks by eight standards; which of them a question touches is our reading, and the survey touches none of ${untouched}. Results of the health check itself are not held here.`;
}
