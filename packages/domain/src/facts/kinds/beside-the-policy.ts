import { code, date, decimal, month, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

/** What else may explain why practice changed when a policy did. */
export const RIVAL_EVENT_KINDS = {
  training: 'Training or development',
  reorganisation: 'Re-organisation',
  inspection: 'Inspection or visit',
  leadership: 'Change of leadership',
  caseload: 'Change in caseloads',
  workforce: 'Recruitment, pay or agency',
  system: 'Change of a case system or how records are kept',
  practice: 'Another change of practice or policy',
  other: 'Something else',
} as const;

export type RivalEventKind = keyof typeof RIVAL_EVENT_KINDS;

/** What is known of a month that no supervision record shows, each with its own unit. */
export const CONTEXT_MEASURES = {
  caseload: 'Average caseload',
  unallocated: 'Unallocated cases',
  vacancies: 'Vacant posts (%)',
  agency: 'Agency staff (%)',
  leavers: 'Leavers',
  'front-door': 'Front door decisions in time (%)',
  forum: 'Forum attendance (%)',
  sickness: 'Days lost to sickness (%)',
} as const;

export type ContextMeasure = keyof typeof CONTEXT_MEASURES;

export const CONTEXT_MEASURE_NAMES = Object.keys(CONTEXT_MEASURES) as ContextMeasure[];

/** Measures that are shares of a hundred. */
const SHARES: readonly ContextMeasure[] = ['vacancies', 'agency', 'front-door', 'forum', 'sickness'];

/** The most that a figure of a measure can be where that is less than what a column holds: 100 for a share, else null. */
export function mostOfMeasure(measure: unknown): number | null {
  return SHARES.some((share) => share === measure) ? 100 : null;
}

/** Something dated that stands beside the policy: it rivals the policy as an explanation. It is about no person and no child. */
export const rivalEvent = factKind({
  name: 'rival-event',
  title: 'Events that stand beside the policy',
  help: 'What else happened that may explain a change in practice: training, a re-organisation, an inspection. No names of people or children are kept here.',
  key: ['event'],
  interval: { from: 'on', to: 'to' },
  closesWhenMissing: false,
  subjects: [],
  columns: {
    event: required(
      text({
        label: 'Event reference',
        help: 'A reference that stays the same.',
        example: 'EVT-2026-03',
        aliases: ['event id', 'event number', 'event no', 'reference'],
      }),
    ),
    title: {
      ...required(
        text({
          label: 'What happened',
          help: 'What happened in a few words; no names of people or children.',
          example: 'Assessment teams merged into two areas',
          aliases: ['title', 'event', 'event title', 'description', 'what'],
        }),
      ),
      longest: 200,
    },
    kind: required(
      code(RIVAL_EVENT_KINDS, {
        label: 'Kind of event',
        help: 'What sort of thing it was.',
        example: 'reorganisation',
        aliases: ['kind', 'type', 'event type', 'category'],
      }),
    ),
    on: required(
      date({
        label: 'On',
        help: 'The day on which it happened or began.',
        example: '2026-03-02',
        aliases: ['date', 'event date', 'from', 'start', 'start date', 'began on'],
      }),
    ),
    to: date({
      label: 'To',
      help: 'The last day; empty where it was one day, or goes on.',
      example: '2026-03-27',
      aliases: ['until', 'end', 'end date', 'ended on'],
    }),
    team: reference('team', {
      label: 'Team code',
      help: 'The team that it touched; empty for the whole council.',
      example: 'ASMT-N',
      aliases: ['team', 'team id'],
    }),
    isNewStart: yesNo({
      label: 'Charts begin new limits from here',
      help: 'Yes where what came before can no longer be compared, so that the limits of charts are worked out anew from this day.',
      example: 'yes',
      aliases: ['new start', 'new limits', 'rebase', 'recalculate limits'],
    }),
  },
});

/** One figure of one month, of a team or of the whole council, that stands beside what supervision shows. */
export const contextFigure = factKind({
  name: 'context-figure',
  title: 'Monthly context',
  help: 'One figure for one month of one team or of the whole council, such as the average caseload. It is shown beside supervision; nothing that is due rests on it.',
  key: ['measure', 'team', 'month'],
  happened: 'month',
  closesWhenMissing: false,
  subjects: [],
  columns: {
    measure: required(
      code(CONTEXT_MEASURES, {
        label: 'Measure',
        help: 'What was counted.',
        example: 'caseload',
        aliases: ['indicator', 'metric', 'figure name'],
      }),
    ),
    team: reference('team', {
      label: 'Team code',
      help: 'The team that the figure is of; empty for the whole council.',
      example: 'ASMT-N',
      aliases: ['team', 'team id'],
    }),
    month: required(
      month({
        label: 'Month',
        help: 'Any day of the month; the figure counts for the whole of it.',
        example: '2026-05-01',
        aliases: ['date', 'month ending', 'period', 'month beginning'],
      }),
    ),
    value: required(
      decimal(
        { min: 0, max: 100_000 },
        {
          label: 'Figure',
          help: 'The figure itself; percentages from 0 to 100, without the sign.',
          example: '17.4',
          aliases: ['value', 'number', 'result', 'rate', 'amount'],
        },
      ),
    ),
  },
});

/** The kinds that are about no person and no child and on which nothing that is due rests: who may write them is settled by a permission of their own. */
export const KINDS_BESIDE_THE_POLICY = [rivalEvent.name, contextFigure.name] as const;
