/** Who replied, group by group: a table first, since who is missing is a finding of its own. */
import { NOT_SHOWN, type ReportPlan, type ResponseRate } from '../disclosure/release.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';

export interface RateRow {
  readonly key: string;
  readonly label: string;
  /** 0 to 1 for the bar, capped as it is shown; null where it is not shown. */
  readonly share: number | null;
  /** "64%", "95% or more". */
  readonly words: string;
  readonly note: string | null;
  /** Clearly fewer than in the whole round: what is reported says little of this group. */
  readonly isMissing: boolean;
}

export interface RatesModel {
  readonly title: string;
  readonly rows: readonly RateRow[];
  readonly sentence: string;
  readonly table: TableTwin;
}

/** Points below the rate of the whole round from which a group is named as missing. */
const CLEARLY_BELOW_POINTS = 10;

/** Published response rates of one breakdown, with the whole round for comparison; lowest first. */
export function prepareRates(plan: ReportPlan, rates: readonly ResponseRate[], breakdownId: string): RatesModel {
  const breakdown = plan.breakdowns.find(({ id }) => id === breakdownId);
  const whole = rates.find(({ breakdown: id }) => id === plan.breakdowns[0]?.id)?.percent ?? null;
  const labels = new Map((breakdown?.groups ?? []).map(({ id, label }) => [id, label]));
  const own = rates.filter(({ breakdown: id }) => id === breakdownId);
  const rows = own
    .map((rate) => rowOf(rate, labels.get(rate.group) ?? rate.group, whole))
    .sort((a, b) => (a.share ?? 2) - (b.share ?? 2));
  const title =
    `Replies ${breakdown === undefined || breakdown.kind === 'whole' ? '' : `by ${breakdown.label.toLowerCase()}`}`.trim();
  const known = new Map(own.map((rate) => [rate.group, rate]));
  return {
    title,
    rows,
    sentence: sentenceOf(rows, whole),
    table: {
      caption: `${title}, % of people`,
      columns: ['', 'People', 'Replies', '%'],
      rows: rows.map(({ key, label, words, share, note }) => ({
        key,
        header: label,
        cells: share === null ? [] : [countCell(known.get(key)?.headCount), countCell(known.get(key)?.replies), words],
        note: share === null ? note : null,
      })),
    },
  };
}

function rowOf({ group, state, percent, isCapped }: ResponseRate, label: string, whole: number | null): RateRow {
  if (state === 'not-shown' || percent === null)
    return { key: group, label, share: null, words: '–', note: notShownWords(NOT_SHOWN), isMissing: false };
  const isMissing = whole !== null && percent <= whole - CLEARLY_BELOW_POINTS;
  return {
    key: group,
    label,
    share: percent / 100,
    words: isCapped ? `${percent}% or more` : `${percent}%`,
    note: null,
    isMissing,
  };
}

function countCell(count: number | null | undefined): string {
  return count === null || count === undefined ? '–' : count.toLocaleString('en-GB');
}

function sentenceOf(rows: readonly RateRow[], whole: number | null): string {
  const all = whole === null ? '' : `${whole === 95 ? '95% or more' : `${whole}%`} replied. `;
  const missing = rows.filter(({ isMissing }) => isMissing);
  if (missing.length === 0) return `${all}No group that can be shown replied much less than the rest.`;
  const names = missing.map(({ label, words }) => `${label} (${words})`).join(', ');
  return `${all}Heard less from: ${names}. What is reported says little of them.`;
}
