/** What a policy on supervision is for, part by part: where each part is seen in the record, in audits, in surveys and focus groups. */
export interface Construct {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  /** Areas of rules, as policies name them before the first slash: what falls due under them, and what audits ask of them. */
  readonly areas: readonly string[];
  /** The focus group's questions (1 to 13), and so the survey's. */
  readonly questions: readonly number[];
}

/** The parts, in the order of the page. Ours: no policy puts them so. */
export const CONSTRUCTS: readonly Construct[] = [
  {
    id: 'getting',
    title: 'Getting supervision',
    asks: 'Do people and children get supervision as often as the policy says?',
    areas: ['frequency-staff', 'frequency-case', 'frequency-child', 'deadline'],
    questions: [3, 4],
  },
  {
    id: 'reliability',
    title: 'Length and reliability',
    asks: 'Does it last as long as it should, take place when it was planned, with the same person?',
    areas: ['duration', 'log-status', 'log', 'cover'],
    questions: [8],
  },
  {
    id: 'quality',
    title: 'Quality',
    asks: 'Is it reflective and challenging, and does it change anything for children?',
    areas: ['agenda', 'models', 'preparation', 'equality', 'quality'],
    questions: [9],
  },
  {
    id: 'recording',
    title: 'Recording',
    asks: 'Is it written down, signed and filed in time?',
    areas: ['recording', 'signature', 'retention'],
    questions: [11],
  },
  {
    id: 'expectations',
    title: 'Knowing what to expect',
    asks: 'Do both know the policy, and have they agreed how they work together?',
    areas: ['agreement', 'scope', 'who-may-supervise', 'eligibility', 'ratio'],
    questions: [1, 2],
  },
  {
    id: 'support',
    title: 'Support',
    asks: 'Does it help those who are supervised, and those who supervise?',
    areas: ['check-in', 'confidentiality', 'probation', 'wellbeing'],
    questions: [5, 6, 7, 10],
  },
  {
    id: 'learning',
    title: 'Learning',
    asks: 'Do people learn by it, and teams from each other?',
    areas: ['training', 'observation', 'group', 'learning'],
    questions: [12],
  },
  {
    id: 'recognition',
    title: 'Recognition and oversight',
    asks: 'Is good work noticed, and does anybody look whether all this holds?',
    areas: ['QA'],
    questions: [13],
  },
];

/** The part to which an area of a rule belongs; null for an area that is no part's. */
export function constructOf(area: string): string | null {
  const [head = ''] = area.split('/');
  return CONSTRUCTS.find(({ areas }) => areas.includes(head))?.id ?? null;
}
