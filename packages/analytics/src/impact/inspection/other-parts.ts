import { formatDay } from '@plumbline/domain/calendar';
import { GRADE_WORDS, GRADES } from '@plumbline/domain/audits';
import { versionOn } from '@plumbline/domain/rules';
import { graderAgreement } from '../../audits/agreement.ts';
import { isEnough } from '../../audits/enough.ts';
import { completedWithin, countedGrade, GOOD, subjectOf } from '../../audits/rows.ts';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { NOT_SHOWN } from '../../disclosure/release.ts';
import { surveyFigure } from '../survey-evidence.ts';
import { count, notHeld, part, share, type Counted, type DraftPart, type PartSource } from './part.ts';

/** The policy in force: its version, who published it, what it leaves unsaid and where it was read one way of two. */
export function policyPart({ timeline, day, published }: PartSource): DraftPart {
  const { policy, from } = versionOn(timeline, day);
  const { title, version, source, interpretations, silences, state, stateNote, validFrom, validTo } = policy.pack;
  const begins = from > -100_000 ? formatDay(from) : validFrom;
  const approved = interpretations.filter(({ approvedBy }) => approvedBy !== null).length;
  const rows = [
    ['Policy', title],
    ['Version', version],
    ['In force from', dateInWords(begins)],
    ['In force until', validTo === null ? 'No last day is set' : dateInWords(validTo)],
    ['Dated', source.dated ?? 'The text has no date'],
    ['Standing', stateNote ?? state.replaceAll('-', ' ')],
    [
      'Published here',
      published === null ? 'Not known' : `${dateInWords(published.on)}${published.by === null ? '' : ` by ${published.by}`}`,
    ],
    ['Next review', 'The day of the next review is not held by this product'],
    ...interpretations.map(({ question, reading, approvedBy }) => [
      'Clause that is unclear or clashes',
      `${question} Read as: ${reading} ${approvedBy === null ? 'Nobody has approved this reading yet.' : `Approved by ${approvedBy}.`}`,
    ]),
    ...silences.map(({ topic, says }) => ["The policy doesn't say", `${topic}: ${says}`]),
  ];
  const figures = [
    share('policy.readings-approved', 'Readings of unclear clauses that somebody has approved', {
      numerator: approved,
      denominator: interpretations.length,
    }),
    count(
      'policy.silences',
      "Matters on which the policy doesn't say anything",
      silences.length,
      silences.length === 1 ? 'matter' : 'matters',
    ),
  ];
  return part('policy', 'Policy in force', { figures, table: { columns: ['What', 'In words'], rows } });
}

/** Grades of audits drawn at random, and how far two people agree who grade the same file. */
export function auditsPart({ audited, window }: PartSource): DraftPart {
  const title = 'Audit grades, and agreement between graders';
  const period = { from: formatDay(window.from), to: formatDay(window.to) };
  const rows = completedWithin(audited, period).filter(({ basis }) => basis === 'random');
  const graded = rows.flatMap((row) => {
    const grade = countedGrade(row);
    return grade === null ? [] : [{ person: subjectOf(row), value: grade }];
  });
  if (graded.length === 0) return notHeld('audits', title, 'No audit drawn at random was graded in these twelve months.');
  if (!isEnough(graded))
    return notHeld('audits', title, 'Too few files were graded to show their grades without showing whose they are.');
  const agreement = graderAgreement(rows);
  const figures: Counted[] = [
    share('audits.good', 'Files graded good or outstanding', {
      numerator: graded.filter(({ value }) => value >= GOOD).length,
      denominator: graded.length,
      excluded: { away: 0, notKnown: rows.length - graded.length },
    }),
    share('audits.agreement', 'Second graders who gave the same grade without knowing the first', {
      numerator: agreement.same,
      denominator: agreement.pairs,
    }),
  ];
  const table = {
    columns: ['Grade', 'Files'],
    rows: GRADES.toReversed().map((grade) => [GRADE_WORDS[grade], String(graded.filter(({ value }) => value === grade).length)]),
  };
  const kappa = agreement.quadratic?.kappa ?? null;
  const said =
    kappa === null
      ? 'There are too few second grades for a measure of agreement beyond chance, so only the raw count stands here.'
      : `Agreement beyond chance (weighted kappa) is ${kappa.toFixed(2)}.`;
  return part('audits', title, {
    note: `Only files drawn at random: picked ones say nothing about the rest. ${said}`,
    figures,
    table,
  });
}

/** The survey results published last. What is hidden stands as hidden. */
export function surveyPart({ survey }: PartSource): DraftPart {
  const title = 'Survey results';
  if (survey === null) return notHeld('survey', title, 'No survey results had been published by this day.');
  const { round, release, words } = survey;
  const asked = words.flatMap((word) => {
    const figure = word.number === null ? null : surveyFigure({ round, release, words: [word] }, [word.number]);
    return figure === null ? [] : [{ word, item: figure.items[0] ?? null }];
  });
  const figures = asked.flatMap(({ word, item }) =>
    item === null
      ? []
      : [share(`survey.${word.key}`, word.text, { numerator: Math.round(item.favourable * item.n), denominator: item.n })],
  );
  const rows = asked.map(({ word, item }) =>
    item === null
      ? [word.text, `Not shown: ${NOT_SHOWN}`, '']
      : [word.text, `${Math.round(item.favourable * 100)}%`, String(item.n)],
  );
  const rate = release.rates.find(({ group }) => group === 'whole');
  const replied = rate?.state === 'shown' && rate.percent !== null ? ` ${rate.percent}% of those asked replied.` : '';
  const note = `${round.title}, closed ${dateInWords(round.closesOn)}: the answers of everybody together.${replied} "Positive" is agreement, or disagreement where the question was put the other way round. Mapping to the national health check is not worked out yet by this product.`;
  return part('survey', title, { note, figures, table: { columns: ['Question', 'Positive answers', 'Replies'], rows } });
}

/** What was said, what was decided after it, and what has changed since. */
export function decisionsPart({ decisions }: PartSource): DraftPart {
  const title = 'What was said, decided and changed';
  if (decisions.length === 0) return notHeld('decisions', title, 'Nothing had been decided on survey results by this day.');
  const will = decisions.filter(({ decided }) => decided?.kind === 'will');
  const figures = [
    share('decisions.decided', 'Matters on which something was decided', {
      numerator: decisions.filter(({ decided }) => decided !== null).length,
      denominator: decisions.length,
    }),
    share('decisions.changed', 'Decisions to act that have changed something', {
      numerator: will.filter(({ changed }) => changed !== null).length,
      denominator: will.length,
    }),
  ];
  const rows = decisions.map(({ said, decided, changed }) => [
    said,
    decided === null ? 'Nothing yet' : decided.kind === 'will' ? decided.text : `Nothing will be done: ${decided.because}`,
    changed === null ? 'Nothing yet' : `${changed.text} (${dateInWords(changed.on)})`,
  ]);
  return part('decisions', title, { figures, table: { columns: ['Said', 'Decided', 'Changed'], rows } });
}

const GROUNDS: Readonly<Record<string, string>> = {
  own: 'Their own record',
  'own-case': 'A child of their own caseload',
  line: 'Who supervises or manages the person',
  team: 'Who manages the team or service',
  council: 'Whose role is for the whole council',
  sample: 'Who was named to audit what was drawn',
};

/** How often records were looked at, and on what ground; never who or whose. */
export function accessPart({ reads }: PartSource): DraftPart {
  const title = 'Who looked at records';
  const total = reads.reduce((sum, { times }) => sum + times, 0);
  const figures = [
    count('access.reads', 'Looks at a person’s or a child’s record', total, total === 1 ? 'look' : 'looks'),
    ...reads.map(({ ground, times }) =>
      count(`access.reads.${ground}`, GROUNDS[ground] ?? ground, times, times === 1 ? 'look' : 'looks'),
    ),
  ];
  const rows = reads.map(({ ground, times, readers }) => [GROUNDS[ground] ?? ground, String(times), String(readers)]);
  const note =
    'Every look at a record is kept with who looked and on what ground. When the figures were last checked against the facts, and when restoring from a copy was last rehearsed, are not held by this product.';
  return part('access', title, { note, figures, table: { columns: ['On what ground', 'Looks', 'People who looked'], rows } });
}
