import type { LocalDate } from '@plumbline/domain/calendar';
import {
  GUIDE_VERSION,
  notesFromGuide,
  type Band,
  type Direction,
  type Dissent,
  type EvidenceGrade,
  type FocusGroupRecord,
  type QuestionNote,
  type Theme,
} from '@plumbline/domain/focus-groups';

/** An extract with what the first coder made of it, and the second where one did. */
export interface DemoExtract {
  readonly questionId: string;
  readonly words: string;
  readonly isVerbatim: boolean;
  readonly codes: readonly string[];
  readonly direction: Direction;
  readonly evidence: EvidenceGrade;
  readonly secondCodes: readonly string[] | null;
}

export interface DemoFocusGroup {
  readonly record: FocusGroupRecord;
  /** How many of each role family were invited, and of them came. */
  readonly invited: Readonly<Record<string, number>>;
  readonly present: Readonly<Record<string, number>>;
  readonly extracts: readonly DemoExtract[];
  readonly themes: readonly Omit<Theme, 'id'>[];
}

type Said = Pick<QuestionNote, 'summary' | 'band' | 'dissent'> & { readonly asked?: string; readonly answered?: string };

const NONE: Dissent = { kind: 'none' };
const UNSAID: Dissent = { kind: 'not-recorded' };
const said = (summary: string, band: Band | null, dissent: Dissent = NONE): Said => ({ summary, band, dissent });

/** Nobody in it exists, and no council said any of it. */
const ANSWERS: Readonly<Record<string, Said>> = {
  q1: said(
    'Most could say how often they should meet and whom to tell if they do not. The part on group sessions was new to everybody but two.',
    'most',
  ),
  q2: said(
    'From a colleague on the first shift. A message had gone round in spring; it came while half the home was on leave.',
    'some',
  ),
  q3: {
    ...said(
      'On paper every four weeks. In the houses it slips by a fortnight when somebody calls in sick. Decisions on the landing are told at handover and seldom reach the file.',
      'most',
      { kind: 'some', what: 'In one house the shift log has a line for such decisions, and it is used.', howMany: 2 },
    ),
    asked: 'Who says that it is put off?',
    answered: 'Whoever does the rota. Nobody rearranges it then.',
  },
  q4: said('Everybody on the permanent rota. Nobody in the room could speak for bank staff or for the cooks.', 'all'),
  q5: said(
    'A quiet room with a door, and somebody covering the floor. A two-day course in February changed how supervisors open the conversation: they ask first what weighs most.',
    'some',
  ),
  q6: said(
    'The rota has no slack: one gap and supervision goes. A distressed child in the house takes the head out of it even when the hour is kept. The screen for notes logs people out after ten minutes.',
    'all',
  ),
  q7: said('They meet once a year and nobody connects the two.', 'some', UNSAID),
  q8: said('The last actions are read out at the beginning. What needs money is passed on and not heard of again.', 'most', {
    kind: 'some',
    what: 'One had asked for a second sofa in the visiting room, and it came.',
    howMany: 1,
  }),
  q9: said(
    'A boy who would not sleep upstairs was talked over in supervision; the plan to swap rooms came out of it and is on his record. Others thought it helps and had no example.',
    'one',
    UNSAID,
  ),
  q10: said('“I stop carrying it home.” Some had always worked like this and saw no difference.', 'some'),
  q11: said('The form is shorter. The log-in is not.', 'some', UNSAID),
  q12: said('Between the two houses it works, because people swap shifts. From fieldwork nothing arrives.', 'most'),
  q13: said('A card on the fridge, written by the deputy. Speed of paperwork is praised by mail; a calm night is not.', 'most', {
    kind: 'some',
    what: 'One had been thanked in front of the whole team.',
    howMany: 1,
  }),
};

const EXTRACTS: readonly DemoExtract[] = [
  extract('q3', 'In the houses it slips by a fortnight when somebody calls in sick.', ['B9'], 'negative', 'E0', ['B9']),
  extract('q3', 'Decisions on the landing are told at handover and seldom reach the file.', ['E3'], 'negative', 'E0', ['E3']),
  extract(
    'q5',
    'A two-day course in February changed how supervisors open the conversation: they ask first what weighs most.',
    ['E5'],
    'positive',
    'E1',
  ),
  extract('q6', 'The rota has no slack: one gap and supervision goes.', ['B9'], 'negative', 'E0', ['B9', 'B1']),
  extract('q6', 'A distressed child in the house takes the head out of it even when the hour is kept.', ['B5'], 'negative', 'E0'),
  extract('q8', 'The last actions are read out at the beginning.', ['E8'], 'positive', 'E0'),
  extract('q8', 'What needs money is passed on and not heard of again.', ['E9'], 'negative', 'E0'),
  extract(
    'q9',
    'A boy who would not sleep upstairs was talked over in supervision; the plan to swap rooms came out of it and is on his record.',
    ['A3'],
    'positive',
    'E1',
  ),
  { ...extract('q10', 'I stop carrying it home.', ['E10'], 'positive', 'E0'), isVerbatim: true },
  extract('q12', 'From fieldwork nothing arrives.', ['S2'], 'negative', 'E0'),
  extract('q13', 'Speed of paperwork is praised by mail; a calm night is not.', ['B6', 'C2'], 'mixed', 'E0'),
  extract('q4', 'Nobody in the room could speak for bank staff or for the cooks.', ['M1'], 'negative', 'E0'),
];

function extract(
  questionId: string,
  words: string,
  codes: readonly string[],
  direction: Direction,
  evidence: EvidenceGrade,
  secondCodes: readonly string[] | null = null,
): DemoExtract {
  return { questionId, words, isVerbatim: false, codes, direction, evidence, secondCodes };
}

const THEMES: readonly Omit<Theme, 'id'>[] = [
  {
    title: 'Supervision gives way first',
    says: 'Where a rota has no slack, supervision is what goes. Several things press on it at once, and people do not put it down to the policy.',
    codes: ['B1', 'B5', 'B9'],
    questions: [3, 6],
    figures: ['supervision-on-time', 'moved-sessions'],
  },
  {
    title: 'What is said stays where it is said',
    says: 'Decisions in passing, requests that cost money and ideas from elsewhere do not travel far.',
    codes: ['E3', 'E9', 'S2'],
    questions: [3, 8, 12],
    figures: ['decisions-between', 'actions'],
  },
  {
    title: 'It carries people',
    says: 'Some say that supervision takes a weight off them.',
    codes: ['E10'],
    questions: [10],
    figures: [],
  },
];

/** One focus group of a demonstration council, held on a day: plainly invented, agreed by those who were there. */
export function demoFocusGroup(heldOn: LocalDate, retainedUntil: LocalDate): DemoFocusGroup {
  const questions = notesFromGuide().map((note): QuestionNote => {
    const { asked, answered, ...words } = ANSWERS[note.id] ?? said('', null, UNSAID);
    const supplementary = asked === undefined ? [] : [{ id: 's1', question: asked, answer: answered ?? '' }];
    return { ...note, ...words, supplementary };
  });
  return {
    record: {
      format: 1,
      title: 'Carers and family support workers (invented example)',
      heldOn,
      facilitator: 'Ines Calloway',
      noteTaker: 'Tobias Renn',
      audience: 'Carers and family support workers',
      site: '',
      invited: {},
      present: {},
      groupsMissing: 'Bank staff, cooks and night staff.',
      policyVersion: null,
      guideVersion: GUIDE_VERSION,
      questions,
      unplaced: '',
      retainedUntil,
    },
    invited: { 'other-case-holding': 8, 'social-worker': 2 },
    present: { 'other-case-holding': 6, 'social-worker': 1 },
    extracts: EXTRACTS,
    themes: THEMES,
  };
}
