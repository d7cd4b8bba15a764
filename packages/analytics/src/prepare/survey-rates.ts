/** Who replied, group by group: a table first, since who is missing is a finding of its own. */
import { NOT_SHOWN, type ReportPlan, type ResponseRate } from '../disclosure/release.ts';
import { responseRates, type ResponseRates } from '../surveys/index.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';

export interface RateRow {
  readonly key: string;
  readonly label: string;
  /** 0 to 1 for the bar, capped as it is shown; null where it is not shown. */
  readonly share: number | null;
  /** "64%", "95% or more". */
  readonly words: string;
  readonly note: string | null;
  /** Fewer replied than elsewhere by more than chance: what is reported says little of this group. */
  readonly isMissing: boolean;
}

export interface RatesModel {
  readonly title: string;
  readonly rows: readonly RateRow[];
  readonly sentence: string;
  readonly table: TableTwin;
}

/**
 * Published response rates of one breakdown, lowest first, with the groups that were heard from less. Groups that the council drew up
 * itself may overlap and are not compared. Where the rate is only said to be 95% or more, the number of replies is not said either.
 */
export function prepareRates(plan: ReportPlan, rates: readonly ResponseRate[], breakdownId: string): RatesModel {
  const breakdown = plan.breakdowns.find(({ id }) => id === breakdownId);
  const whole = rates.find(({ breakdown: id }) => id === plan.breakdowns[0]?.id)?.percent ?? null;
  const labels = new Map((breakdown?.groups ?? []).map(({ id, label }) => [id, label]));
  const own = rates.filter(({ breakdown: id }) => id === breakdownId);
  const compared = breakdown?.kind === 'own' ? null : comparedRates(own);
  const rows = own
    .map((rate) => rowOf(rate, labels.get(rate.group) ?? rate.group, compared))
    .sort((a, b) => (a.share ?? 2) - (b.share ?? 2));
  const title =
    `Replies ${breakdown === undefined || breakdown.kind === 'whole' ? '' : `by ${breakdown.label.toLowerCase()}`}`.trim();
  const known = new Map(own.map((rate) => [rate.group, rate]));
  return {
    title,
    rows,
    sentence: sentenceOf(rows, whole, compared?.test?.p ?? null),
    table: {
      caption: `${title}, % of people`,
      columns: ['', 'People', 'Replies', '%'],
      rows: rows.map(({ key, label, words, share, note }) => ({
        key,
        header: label,
        cells: share === null ? [] : countCells(known.get(key), words),
        note: share === null ? note : null,
      })),
    },
  };
}

function rowOf({ group, state, percent, isCapped }: ResponseRate, label: string, compared: ResponseRates | null): RateRow {
  if (state === 'not-shown' || percent === null)
    return { key: group, label, share: null, words: '–', note: notShownWords(NOT_SHOWN), isMissing: false };
  const isMissing = compared?.groups.find(({ id }) => id === group)?.isMissing ?? false;
  return {
    key: group,
    label,
    share: percent / 100,
    words: isCapped ? `${percent}% or more` : `${percent}%`,
    note: null,
    isMissing,
  };
}

function comparedRates(rates: readonly ResponseRate[]): ResponseRates {
  return responseRates(
    rates.flatMap(({ group, state, headCount, replies }) =>
      state === 'shown' && headCount !== null && replies !== null ? [{ id: group, label: group, headCount, replies }] : [],
    ),
  );
}

function countCells(rate: ResponseRate | undefined, words: string): string[] {
  const cell = (count: number | null | undefined): string =>
    count === null || count === undefined ? '–' : count.toLocaleString('en-GB');
  return [cell(rate?.headCount), rate?.isCapped === true ? '–' : cell(rate?.replies), words];
}

function sentenceOf(rows: readonly RateRow[], whole: number | null, p: number | null): string {
  const all = whole === null ? '' : `${whole === 95 ? '95% or more' : `${whole}%`} replied. `;
  const missing = rows.filter(({ isMissing }) => isMissing);
  if (missing.length > 0) {
    const names = missing.map(({ label, words }) => `${label} (${words})`).join(', ');
    return `${all}Heard less from: ${names}. What is reported says little of them.`;
  }
  if (p === null) return `${all}No groups can be compared.`;
  return `${all}${p < 0.05 ? 'The groups differ by more than chance, but none stands out by itself.' : 'The groups differ by no more than chance.'}`;
}
