import { hoursOf, onTimeShare, type WhatIfTeam, type WhatIfTeamToday, type WhatIfView } from '@plumbline/analytics/impact';

export type WorkedOut = Extract<WhatIfView, { state: 'done' }>;

/** One figure of one set of rules: what it is, and how far it is from that of the policy in force. */
export interface Figure {
  readonly text: string;
  /** "115 more", "3 points fewer", "the same"; null for the policy in force itself and where one of them is missing. */
  readonly difference: string | null;
  /** Opens the list of who would have been late. */
  readonly opens: 'person' | 'child' | null;
}

export interface FigureRow {
  readonly measure: MeasureName;
  readonly about: 'person' | 'child';
  readonly label: string;
  readonly help: string | null;
  readonly figures: readonly Figure[];
}

export type MeasureName =
  | 'asked'
  | 'hours'
  | 'per-supervisor'
  | 'ratio'
  | 'people-on-time'
  | 'people-late'
  | 'discussions'
  | 'children-on-time'
  | 'children-late';

interface Measure {
  readonly name: MeasureName;
  readonly about: 'person' | 'child';
  readonly label: string;
  readonly help: string | null;
  /** How it is written, with how many digits. */
  readonly digits: 0 | 1;
  readonly unit: 'count' | 'percent';
  readonly opens: 'person' | 'child' | null;
  value(team: WhatIfTeam, today: WhatIfTeamToday): number | null;
}

const MONTHS = 12;

/** Everything that is shown, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  {
    name: 'asked',
    about: 'person',
    label: 'Supervisions asked for, a month',
    help: 'Days on which somebody was asked, over the interval; long time away left out',
    digits: 0,
    unit: 'count',
    opens: null,
    value: ({ required }) => required / MONTHS,
  },
  {
    name: 'hours',
    about: 'person',
    label: 'Hours they would take, a month',
    help: 'With the length that the policy sets, or else the middle length held here',
    digits: 0,
    unit: 'count',
    opens: null,
    value: (team, today) => hoursOf(team, today).hoursAMonth,
  },
  {
    name: 'per-supervisor',
    about: 'person',
    label: 'Hours for each supervisor, a month',
    help: 'Shared out among those who supervise today',
    digits: 1,
    unit: 'count',
    opens: null,
    value: (team, today) => hoursOf(team, today).hoursPerSupervisor,
  },
  {
    name: 'ratio',
    about: 'person',
    label: 'Ratio it would need: people for each supervisor',
    help: 'If supervisors spent the hours that they really spent, and no more',
    digits: 1,
    unit: 'count',
    opens: null,
    value: (team, today) => hoursOf(team, today).ratioNeeded,
  },
  {
    name: 'people-on-time',
    about: 'person',
    label: 'Supervisions on time',
    help: null,
    digits: 0,
    unit: 'percent',
    opens: null,
    value: ({ people }) => onTimeShare(people),
  },
  {
    name: 'people-late',
    about: 'person',
    label: 'People whose supervision was late',
    help: 'At least once, or not held',
    digits: 0,
    unit: 'count',
    opens: 'person',
    value: ({ peopleLate }) => peopleLate,
  },
  {
    name: 'discussions',
    about: 'child',
    label: 'Discussions of children asked for, a month',
    help: 'They take place in supervisions and have no hours of their own',
    digits: 0,
    unit: 'count',
    opens: null,
    value: ({ requiredDiscussions }) => requiredDiscussions / MONTHS,
  },
  {
    name: 'children-on-time',
    about: 'child',
    label: 'Discussions of children on time',
    help: null,
    digits: 0,
    unit: 'percent',
    opens: null,
    value: ({ children }) => onTimeShare(children),
  },
  {
    name: 'children-late',
    about: 'child',
    label: 'Children whose discussion was late',
    help: 'At least once, or not held',
    digits: 0,
    unit: 'count',
    opens: 'child',
    value: ({ childrenLate }) => childrenLate,
  },
];

const NOT_SAID = 'Cannot be said';

/** The whole council's figures, measure by measure, each beside that of the policy in force. */
export function figureRows({ inForce, options, real }: WorkedOut): FigureRow[] {
  return MEASURES.map((measure) => ({
    measure: measure.name,
    about: measure.about,
    label: measure.label,
    help: measure.help,
    figures: options.map((option) =>
      figureOf(
        measure,
        valueIn(option, measure, option.whole, real.whole),
        option.isInForce ? null : valueIn(inForce, measure, inForce.whole, real.whole),
      ),
    ),
  }));
}

export interface TeamFigureRow {
  readonly team: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** One measure team by team; teams of which nothing was asked under any of the sets are left out. */
export function teamRows({ inForce, options, real, teams }: WorkedOut, name: MeasureName): TeamFigureRow[] {
  const measure = MEASURES.find((one) => one.name === name);
  if (measure === undefined) return [];
  const names = new Map(teams.map((team) => [team.code, team.name]));
  const codes = [...new Set([inForce, ...options].flatMap((option) => option.teams.map(({ team }) => team)))];
  const rows = codes.map((team): TeamFigureRow => {
    const today = real.teams.find((one) => one.team === team) ?? { team, ...NOBODY };
    const ofTeam = (outcome: WorkedOut['inForce']): number | null => {
      const own = outcome.teams.find((one) => one.team === team);
      return own === undefined ? null : valueIn(outcome, measure, own, today);
    };
    return {
      team,
      name: team === '' ? 'No team answered' : (names.get(team) ?? team),
      figures: options.map((option) => figureOf(measure, ofTeam(option), option.isInForce ? null : ofTeam(inForce))),
    };
  });
  return rows
    .filter(({ figures }) => figures.some(({ text }) => text !== NOT_SAID && text !== '0'))
    .toSorted((a, b) => (a.team === '' ? 1 : b.team === '' ? -1 : a.name.localeCompare(b.name)));
}

/** A measure of one set of rules; null where nobody records what any of its clocks needs, since none is not the same as not known. */
function valueIn(
  { series }: Pick<WorkedOut['inForce'], 'series'>,
  measure: Measure,
  team: WhatIfTeam,
  today: WhatIfTeamToday,
): number | null {
  const clocks = series.filter(({ about }) => about === measure.about);
  return clocks.length > 0 && clocks.every(({ isRecorded }) => !isRecorded) ? null : measure.value(team, today);
}

const NOBODY = { supervisors: 0, supervisees: 0, held: 0, spentMinutes: 0 };

function figureOf(measure: Measure, value: number | null, before: number | null): Figure {
  if (value === null) return { text: NOT_SAID, difference: null, opens: null };
  const shown = written(measure, value);
  return {
    text: measure.unit === 'percent' ? `${shown.toLocaleString('en-GB')}%` : numberText(shown, measure.digits),
    difference: before === null ? null : differenceText(measure, shown - written(measure, before)),
    opens: value > 0 ? measure.opens : null,
  };
}

/** The number as it is shown: differences are of the numbers that stand on the page. */
function written({ unit, digits }: Measure, value: number): number {
  const scale = 10 ** digits;
  return Math.round((unit === 'percent' ? value * 100 : value) * scale) / scale;
}

function numberText(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function differenceText({ unit, digits }: Measure, difference: number): string {
  const size = numberText(Math.abs(difference), digits);
  if (Number(Math.abs(difference).toFixed(digits)) === 0) return 'the same';
  const points = unit === 'percent' ? (Math.abs(difference) === 1 ? ' point' : ' points') : '';
  return `${size}${points} ${difference > 0 ? 'more' : 'fewer'}`;
}
