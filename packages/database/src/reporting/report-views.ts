/** One column of a view: what it means and in which unit, as the documents say it. */
export interface ReportColumn {
  readonly name: string;
  /** The type in PostgreSQL. */
  readonly type: 'boolean' | 'date' | 'integer' | 'numeric' | 'text';
  readonly says: string;
}

/** A view that reports read: one row for each combination of its key. */
export interface ReportView {
  readonly name: string;
  readonly kind: 'dimension' | 'fact';
  readonly says: string;
  /** The columns that tell its rows apart; rows are ordered by them. An event has none, and is ordered by everything. */
  readonly key: readonly string[];
  readonly columns: readonly ReportColumn[];
}

const TEAM = 'Key of `team`';
const MONTH = 'Key of `month`: the first day of the month';

const DIMENSIONS: readonly ReportView[] = [
  {
    name: 'team',
    kind: 'dimension',
    says: 'Teams as they are known now, and what stands for several of them.',
    key: ['team'],
    columns: [
      { name: 'team', type: 'text', says: 'Team code; `*other:` and a service for its other teams together; `*council` for all' },
      { name: 'name', type: 'text', says: 'What staff call the team' },
      { name: 'service', type: 'text', says: 'The service that it belongs to' },
      { name: 'site', type: 'text', says: 'Building or base' },
      { name: 'kind', type: 'text', says: 'Kind of team, as a code' },
      { name: 'is_combined', type: 'boolean', says: 'Whether the row stands for several teams' },
    ],
  },
  {
    name: 'month',
    kind: 'dimension',
    says: 'Every month from the first with a figure to the last that is over.',
    key: ['month'],
    columns: [
      { name: 'month', type: 'date', says: 'First day of the month' },
      { name: 'last_day', type: 'date', says: 'Last day of the month' },
      { name: 'name', type: 'text', says: 'Month and year in words' },
      { name: 'year', type: 'integer', says: 'Calendar year' },
      { name: 'month_of_year', type: 'integer', says: '1 for January to 12 for December' },
      { name: 'quarter', type: 'date', says: 'First day of the calendar quarter' },
      { name: 'financial_year', type: 'text', says: 'April to March, such as 2026/27' },
    ],
  },
  {
    name: 'measure',
    kind: 'dimension',
    says: 'What is counted, with its unit.',
    key: ['measure'],
    columns: [
      { name: 'measure', type: 'text', says: 'Short name of the clock, number of the rule, or name of the monthly figure' },
      { name: 'kind', type: 'text', says: '`clock` or `rule` of the policy, or `context` beside it' },
      { name: 'title', type: 'text', says: 'What it is called; for a rule, what the policy says' },
      { name: 'unit', type: 'text', says: 'What is counted or measured: requirements, cases, people or per cent' },
      { name: 'is_in_force', type: 'boolean', says: 'Whether the policy in force asks for it; true for context' },
    ],
  },
  {
    name: 'policy_version',
    kind: 'dimension',
    says: 'The published versions of the policy, each in force until the next begins.',
    key: ['number'],
    columns: [
      { name: 'number', type: 'integer', says: 'Counts the versions of the council, from 1' },
      { name: 'version', type: 'text', says: 'The version as the policy names it' },
      { name: 'title', type: 'text', says: 'Title of the policy' },
      { name: 'from_on', type: 'date', says: 'First day in force' },
      { name: 'to_on', type: 'date', says: 'Last day in force; empty while no later version is published' },
      { name: 'is_in_force', type: 'boolean', says: 'Whether it is in force today' },
    ],
  },
];

const FACTS: readonly ReportView[] = [
  {
    name: 'requirement_month',
    kind: 'fact',
    says: 'What fell due in a month and what became of it, by team on the day on which it fell due. Only months that are over.',
    key: ['month', 'team', 'measure'],
    columns: [
      { name: 'month', type: 'date', says: MONTH },
      { name: 'team', type: 'text', says: TEAM },
      { name: 'measure', type: 'text', says: 'Key of `measure`' },
      { name: 'due', type: 'integer', says: 'Requirements that fell due and can be judged' },
      { name: 'on_time', type: 'integer', says: 'Of `due`: done by the day they were due' },
      { name: 'late', type: 'integer', says: 'Of `due`: done after it' },
      { name: 'excused', type: 'integer', says: 'Of `due`: excused by the policy' },
      { name: 'not_done', type: 'integer', says: 'Of `due`: not done as far as is known' },
      { name: 'unknown', type: 'integer', says: 'Requirements of which nothing is recorded; outside `due`' },
    ],
  },
  {
    name: 'context_month',
    kind: 'fact',
    says: 'Monthly figures that stand beside supervision, such as the average caseload.',
    key: ['month', 'team', 'measure'],
    columns: [
      { name: 'month', type: 'date', says: MONTH },
      { name: 'team', type: 'text', says: TEAM },
      { name: 'measure', type: 'text', says: 'Key of `measure`' },
      {
        name: 'value',
        type: 'numeric',
        says: 'The figure in the unit of its measure; percentages from 0 to 100. Never to be added up',
      },
    ],
  },
  {
    name: 'event',
    kind: 'fact',
    says: 'What else happened that may explain a change: training, a re-organisation, an inspection. Without its title, which is free text.',
    key: [],
    columns: [
      { name: 'from_on', type: 'date', says: 'First day' },
      { name: 'to_on', type: 'date', says: 'Last day; empty where it was one day or goes on' },
      { name: 'team', type: 'text', says: TEAM },
      { name: 'kind', type: 'text', says: 'Kind of event, as a code' },
      { name: 'is_new_start', type: 'boolean', says: 'Whether what came before can no longer be compared' },
    ],
  },
  {
    name: 'audit_quarter',
    kind: 'fact',
    says: 'How many audits were completed in a calendar quarter, by the team audited. No grades. Only quarters that are over.',
    key: ['quarter', 'team', 'audit_kind', 'basis'],
    columns: [
      { name: 'quarter', type: 'date', says: 'First day of the quarter' },
      { name: 'team', type: 'text', says: TEAM },
      { name: 'audit_kind', type: 'text', says: 'Kind of audit, as a code' },
      {
        name: 'basis',
        type: 'text',
        says: 'How it was chosen: `random`, `targeted` or `own-line`, which are never counted together',
      },
      { name: 'completed', type: 'integer', says: 'Audits completed' },
    ],
  },
];

/** Every view of the schema `reporting` that may be read, with every column in its order. Whatever lists them is made from this. */
export const REPORT_VIEWS: readonly ReportView[] = [...DIMENSIONS, ...FACTS];
