/** Questions 9 to 11: what changed in the work, in the job and in the process, and what else was going on at the time. */
import type { Block } from '../answers.ts';
import type { Item } from '../instrument.ts';
import { WORDS_WARNING } from './words-warning.ts';
import { alone, anyOf, inWords, numberOf, oneOf, onScale, option, scored, WITH_SUPERVISION, type Brief } from './write-items.ts';

const BOTH_PARTS: readonly Block[] = ['receives', 'gives'];
const CHANGED = { item: '9a', answers: ['yes', 'perhaps'] };
const ALL = 'Choose all that are so.';

const THE_WORK: readonly Item[] = [
  oneOf([scored('no', 'No', 1), scored('perhaps', 'Perhaps', 3), scored('yes', 'Yes, clearly', 5)], {
    id: '9a',
    routes: WITH_SUPERVISION,
    text: 'In the last six months, did something in supervision change the work with a child that you know?',
  }),
  anyOf(
    [
      option('plan', 'The plan'),
      option('decision', 'A decision'),
      option('pace', 'The pace'),
      option('people', 'Who was involved'),
      option('seeing', 'How the child was seen'),
      option('risk', 'How risk was understood'),
      option('level', 'Stepping up or down'),
      option('other', 'Something else'),
    ],
    { id: '9b', routes: WITH_SUPERVISION, text: 'What changed?', help: ALL, shown: CHANGED },
  ),
  anyOf(
    [
      option('training', 'Training'),
      option('caseload', 'A change in how many children I hold'),
      option('manager', 'A new manager'),
      option('reorganisation', 'A re-organisation'),
      option('agency', 'A change in another agency'),
      option('other', 'Something else'),
      alone('nothing', 'Nothing that I know of'),
    ],
    { id: '9c', routes: WITH_SUPERVISION, text: 'What else was going on at that time?', help: ALL, shown: CHANGED },
  ),
  oneOf([scored('not', 'Not sure', 1), scored('fairly', 'Fairly sure', 3), scored('very', 'Very sure', 5)], {
    id: '9d',
    routes: WITH_SUPERVISION,
    text: 'How sure are you that supervision played a part?',
    shown: CHANGED,
  }),
  inWords(1000, {
    id: '9e',
    routes: WITH_SUPERVISION,
    text: 'If you would like to say: what could somebody see on the record that shows it?',
    help: WORDS_WARNING,
    shown: CHANGED,
  }),
];

/** "We already worked this way" is an answer of its own: no change is then not read as failure. */
const CHANGE_OPTIONS = [
  scored('much-worse', 'Much worse', 1),
  scored('little-worse', 'A little worse', 2),
  scored('no-different', 'No different', 3),
  scored('already', 'No different, we already worked this way', 3),
  scored('little-better', 'A little better', 4),
  scored('much-better', 'Much better', 5),
  option('not-here', 'I was not here then'),
];

function sinceThePolicy(id: string, what: string): Item {
  const brief: Brief = { id, routes: WITH_SUPERVISION, text: `Since the current supervision policy began, how is ${what}?` };
  return oneOf(CHANGE_OPTIONS, brief);
}

const THE_JOB: readonly Item[] = [
  sinceThePolicy('10a-expected', 'your knowledge of what is expected of you'),
  sinceThePolicy('10a-time', 'your time to think'),
  sinceThePolicy('10a-confidence', 'your confidence in decisions'),
  sinceThePolicy('10a-weight', 'the help you get with the weight of the work'),
  sinceThePolicy('10a-paperwork', 'the paperwork'),
  onScale('frequency', {
    id: '10b',
    parts: BOTH_PARTS,
    text: 'In the last three months, I made decisions that are mine to make without asking first.',
    giving: 'In the last three months, my staff made decisions that are theirs to make without asking first.',
  }),
  onScale('agreement', {
    id: '10c',
    parts: ['receives'],
    text: 'Supervision helps me carry the emotional side of the work.',
    isPulse: true,
    index: 'support',
  }),
  oneOf([scored('no', 'No', 1), scored('unsure', 'Not sure', 3), scored('yes', 'Yes', 5)], {
    id: '10d',
    routes: WITH_SUPERVISION,
    text: 'Do you expect to be working here in 12 months?',
    isPulse: true,
  }),
  numberOf(
    {
      least: 0,
      most: 80,
      unit: 'hours',
      bands: [
        [0, 0],
        [1, 2],
        [3, 5],
        [6, 10],
        [11, null],
      ],
    },
    { id: '10e', routes: WITH_SUPERVISION, text: 'How many hours do you work unpaid in a usual week?' },
  ),
];

const THE_PROCESS: readonly Item[] = [
  anyOf(
    [
      option('booking', 'How sessions are booked'),
      option('templates', 'The forms we write on'),
      option('sharing', 'How records are shared'),
      option('sign-off', 'How records are signed'),
      option('reports', 'The reports we get'),
      alone('nothing', 'Nothing'),
    ],
    {
      id: '11a',
      routes: WITH_SUPERVISION,
      text: 'Since the current policy began, what changed in how things are done?',
      help: ALL,
    },
  ),
  onScale('agreement', { id: '11b', routes: WITH_SUPERVISION, text: 'Writing up a session takes a reasonable amount of time.' }),
  numberOf(
    { least: 0, most: 600, unit: 'minutes' },
    {
      id: '11c',
      routes: WITH_SUPERVISION,
      text: 'How long does it take to write up a usual session?',
      help: 'If somebody else writes it up, choose that you do not know.',
    },
  ),
  onScale('change', {
    id: '11d',
    routes: WITH_SUPERVISION,
    text: 'How are systems for supervision now, compared with the last version of the policy?',
  }),
];

export const CHANGING: readonly Item[] = [...THE_WORK, ...THE_JOB, ...THE_PROCESS];
