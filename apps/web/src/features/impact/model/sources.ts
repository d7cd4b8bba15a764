import {
  atMostInWords,
  auditsInWordsOf,
  focusInWordsOf,
  likelyInWords,
  NO_RANGE_WORDS,
  recordInWords,
  surveyInWordsOf,
} from '@plumbline/analytics/wording';
import type { ConstructView, Standing } from './outputs.ts';

export type SourceKey = 'record' | 'audits' | 'survey' | 'focus';

/** The four sources, in the order of the page: what each is called, and where its figures come from. */
export const SOURCES = [
  { key: 'record', title: 'What was due', short: 'Due', to: '/service', opens: 'Open Service' },
  { key: 'audits', title: 'Audits', short: 'Audits', to: '/audits/board', opens: 'Open what audits found' },
  { key: 'survey', title: 'Survey', short: 'Survey', to: '/surveys', opens: 'Open surveys' },
  { key: 'focus', title: 'Focus groups', short: 'Focus groups', to: '/surveys/focus-groups/themes', opens: 'Open themes' },
] as const satisfies readonly { readonly key: SourceKey; readonly [more: string]: string }[];

/** A share on a line from nothing to all; `low` and `high` where a range goes with it. Fractions of 1. */
export interface ShareBar {
  readonly key: string;
  /** Of what; null where it is of the whole panel. */
  readonly label: string | null;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One panel: what a source says since the version and before it, how it stands, and how sure it is. */
export interface Panel {
  readonly standing: Standing;
  readonly since: string;
  readonly before: string;
  /** The whole, where it is a share. */
  readonly bar: ShareBar | null;
  /** What the whole is made of, question by question. */
  readonly items: readonly ShareBar[];
  /** How sure that is, in words; null where there is nothing to be sure of. */
  readonly sureness: string | null;
}

const WHOLE = { key: 'whole', label: null, low: null, high: null } as const;

/** What each source says of one part of the policy, ready to be laid out. */
export function panelsOf(construct: ConstructView): Readonly<Record<SourceKey, Panel>> {
  return {
    record: recordPanel(construct),
    audits: auditsPanel(construct),
    survey: surveyPanel(construct),
    focus: focusPanel(construct),
  };
}

function recordPanel({ record, standings }: ConstructView): Panel {
  const { share } = record.since;
  return {
    standing: standings.record,
    since: recordInWords(record.since),
    before: recordInWords(record.before),
    bar: share === null ? null : { ...WHOLE, share },
    items: [],
    sureness: share === null ? null : NO_RANGE_WORDS.record,
  };
}

function auditsPanel({ audits, standings }: ConstructView): Panel {
  const { share, interval } = audits.since;
  const low = interval?.low ?? null;
  const high = interval?.high ?? null;
  const said = interval === null ? NO_RANGE_WORDS.audits : likelyInWords(interval);
  return {
    standing: standings.audits,
    since: auditsInWordsOf({ ...audits.since, interval: null }),
    before: auditsInWordsOf(audits.before),
    bar: share === null ? null : { ...WHOLE, share, low, high },
    items: [],
    sureness: share === null ? null : said,
  };
}

function surveyPanel({ survey, standings }: ConstructView): Panel {
  const items = survey.since?.items ?? [];
  const share = survey.since?.share ?? null;
  const range = survey.since?.range ?? null;
  return {
    standing: standings.survey,
    since: surveyInWordsOf(survey.since === null ? null : { ...survey.since, range: null }),
    before: surveyInWordsOf(survey.before),
    bar: share === null ? null : { ...WHOLE, share, low: range?.low ?? null, high: range?.high ?? null },
    items: items.map(({ text, favourable, interval, already }) => ({
      key: text,
      label: already === 0 ? text : `${text} (${already.toLocaleString('en-GB')} more already worked this way)`,
      share: favourable,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    })),
    sureness: share === null ? null : range === null ? NO_RANGE_WORDS.survey : atMostInWords(range),
  };
}

function focusPanel({ focus, standings }: ConstructView): Panel {
  const { positive, negative, mixed } = focus.since;
  return {
    standing: standings.focus,
    since: focusInWordsOf(focus.since),
    before: focusInWordsOf(focus.before),
    bar: null,
    items: [],
    sureness: positive + negative + mixed === 0 ? null : NO_RANGE_WORDS.focus,
  };
}
