import { formatDay } from '@plumbline/domain/calendar';
import { GRADE_WORDS, GRADES, type Grade } from '@plumbline/domain/audits';
import { graderAgreement, type GraderAgreement } from '../../audits/agreement.ts';
import { isEnough } from '../../audits/enough.ts';
import { completedWithin, countedGrade, GOOD, subjectOf } from '../../audits/rows.ts';
import { count, notHeld, part, share, type Counted, type DraftPart, type PartSource } from './part.ts';

type Graded = { readonly person: string; readonly team: string; readonly value: Grade };

/** Grades of audits drawn at random, and how far two people agree who grade the same file. */
export function auditsPart(source: PartSource): DraftPart {
  const { audited, window, scope } = source;
  const title = 'Audit grades, and agreement between graders';
  const period = { from: formatDay(window.from), to: formatDay(window.to) };
  const all = completedWithin(audited, period).filter(({ basis }) => basis === 'random');
  const isOwn = ({ team }: { readonly team: string }): boolean => scope.kind === 'council' || team === scope.team;
  const rows = all.filter(isOwn);
  const gradedOfAll = all.flatMap((row): Graded[] => {
    const grade = countedGrade(row);
    return grade === null ? [] : [{ person: subjectOf(row), team: row.team, value: grade }];
  });
  const graded = gradedOfAll.filter(isOwn);
  if (rows.length === 0) return notHeld('audits', title, 'No audit drawn at random was completed in these twelve months.');
  const files = count(
    'audits.files',
    'Files audited that were drawn at random',
    rows.length,
    rows.length === 1 ? 'file' : 'files',
  );
  if (graded.length === 0) return part('audits', title, { note: 'None of these audits gives a grade.', figures: [files] });
  if (!isEnough(graded) || !mayStandBesideOthers(source, gradedOfAll))
    return part('audits', title, {
      note: 'Too few files were graded to show their grades without showing whose they are.',
      figures: [files],
    });
  const agreement = graderAgreement(rows);
  const grades = graded.map(({ value }) => value);
  return part('audits', title, {
    note: `Only files drawn at random: picked ones say nothing about the rest. ${kappaInWords(agreement)} Observations of practice are not graded in this product, so no grades of theirs stand here.`,
    figures: [files, ...gradeFigures(grades, rows.length), ...agreementFigures(agreement)],
    table: {
      columns: ['Grade', 'Files', 'Share'],
      rows: GRADES.toReversed().map((grade) => {
        const own = grades.filter((one) => one === grade).length;
        return [GRADE_WORDS[grade], String(own), `${Math.round((own / grades.length) * 100)}%`];
      }),
    },
  });
}

/**
 * Whether grades of single homes may stand beside those of the whole council: whoever takes all homes that are shown away from the whole
 * must be left with enough people to tell nobody's grade. Where that is not so no home's grades are shown.
 */
function mayStandBesideOthers({ scope, index }: PartSource, graded: readonly Graded[]): boolean {
  if (scope.kind === 'council') return true;
  const ofHomes = Map.groupBy(
    graded.filter(({ team }) => index.teams.get(team)?.kind === 'residential'),
    ({ team }) => team,
  );
  const shown = new Set([...ofHomes].filter(([, own]) => isEnough(own)).map(([team]) => team));
  return isEnough(graded.filter(({ team }) => !shown.has(team)));
}

function gradeFigures(grades: readonly Grade[], all: number): Counted[] {
  const excluded = { away: 0, notKnown: all - grades.length };
  return [
    share('audits.good', 'Files graded good or outstanding', {
      numerator: grades.filter((grade) => grade >= GOOD).length,
      denominator: grades.length,
      excluded,
    }),
    ...GRADES.toReversed().map((grade) =>
      share(`audits.grade.${grade}`, `Files graded ${GRADE_WORDS[grade].toLowerCase()}`, {
        numerator: grades.filter((one) => one === grade).length,
        denominator: grades.length,
        excluded,
      }),
    ),
  ];
}

function agreementFigures(agreement: GraderAgreement): Counted[] {
  const raw = share('audits.agreement', 'Second graders who gave the same grade without knowing the first', {
    numerator: agreement.same,
    denominator: agreement.pairs,
  });
  const kappa = kappaOf(agreement);
  return kappa === null ? [raw] : [raw, count('audits.kappa', 'Agreement beyond chance', kappa, 'weighted kappa')];
}

/** With two decimals, as it is read; null where there are too few pairs for one. */
function kappaOf({ quadratic }: GraderAgreement): number | null {
  return quadratic?.kappa === null || quadratic === null ? null : Math.round(quadratic.kappa * 100) / 100;
}

function kappaInWords(agreement: GraderAgreement): string {
  if (kappaOf(agreement) === null)
    return 'There are too few second grades for a measure of agreement beyond chance, so only the raw count stands here.';
  if (agreement.reading === 'reliable') return 'Graders agree well enough to rest conclusions on the grades.';
  if (agreement.reading === 'tentative') return 'Graders agree well enough for tentative conclusions only.';
  return 'Graders agree too little to rest conclusions on the grades.';
}
