/** Questions 5 and 6: what helps supervisors to supervise well, and what gets in the way. */
import type { Block } from '../answers.ts';
import type { Item } from '../instrument.ts';
import { BARRIERS } from './barriers.ts';
import { WORDS_WARNING } from './words-warning.ts';
import { alone, anyOf, eachChosen, inOrder, inWords, numberOf, onScale, option } from './write-items.ts';

const BOTH_PARTS: readonly Block[] = ['receives', 'gives'];

const HELPS: readonly Item[] = [
  onScale('frequency', {
    id: '5a',
    parts: ['gives'],
    text: 'In the last three months, my own supervision went ahead as planned.',
  }),
  onScale('agreement', {
    id: '5b-helped',
    parts: ['gives'],
    text: 'Somebody helps me think about how I supervise.',
    index: 'support',
  }),
  onScale('agreement', {
    id: '5b-training',
    parts: ['gives'],
    text: 'Training in the last year changed something that I do when I supervise.',
    index: 'support',
  }),
  onScale('agreement', {
    id: '5b-approaches',
    parts: ['gives'],
    text: 'I have several approaches to supervision to choose from.',
    index: 'support',
  }),
  onScale('agreement', {
    id: '5b-free',
    parts: ['gives'],
    text: 'The policy leaves me free to choose the approach that suits the person.',
    index: 'support',
  }),
  anyOf(
    [
      option('starting', 'A course for new supervisors'),
      option('reflective', 'Reflective supervision'),
      option('observing', 'Watching practice and giving feedback'),
      option('group', 'Leading group supervision'),
      option('wellbeing', 'Supporting people under strain'),
      option('other', 'Other training for supervisors'),
      alone('none', 'No training for supervisors'),
    ],
    {
      id: '5c',
      parts: ['gives'],
      text: 'Which training for supervisors did you do in the last 12 months?',
      help: 'Choose all that are so.',
    },
  ),
  anyOf(
    [
      option('strengths', 'Building on strengths'),
      option('systemic', 'Systemic: looking at relationships around a family'),
      option('cycle', 'A reflective cycle'),
      option('solution', 'Solution-focused questions'),
      option('risk', 'Weighing risk on a set form'),
      option('task', 'Going through tasks'),
      option('other', 'Another approach'),
      alone('none', 'No approach in particular'),
    ],
    {
      id: '5d',
      parts: ['gives'],
      text: 'Which approaches did you use in the last three months?',
      help: 'Choose all that are so.',
    },
  ),
  onScale('agreement', {
    id: '5e',
    parts: ['receives'],
    text: 'My supervisor works in the same way, whatever I bring.',
    isAboutSupervisor: true,
    index: 'quality',
    isReversed: true,
  }),
];

const GETS_IN_THE_WAY: readonly Item[] = [
  inOrder(BARRIERS, 3, {
    id: '6a',
    text: 'What gets in the way of good supervision most?',
    help: 'Choose up to three and put the biggest first.',
    isPulse: true,
  }),
  eachChosen('frequency', '6a', BARRIERS, { id: '6b', text: 'In the last three months, how often did each get in the way?' }),
  numberOf(
    { least: 0, most: 120, unit: 'children' },
    { id: '6c', families: ['social-worker', 'other-case-holding'], text: 'How many children do you hold now?' },
  ),
  numberOf(
    { least: 0, most: 120, unit: 'children' },
    {
      id: '6d',
      families: ['social-worker', 'other-case-holding'],
      text: 'What is the most children you could hold while still doing the work well?',
    },
  ),
  onScale('frequency', {
    id: '6e',
    parts: BOTH_PARTS,
    text: 'In the last three months, my mind was too full of live work to use the session.',
    giving: 'In the last three months, my mind was too full of live work to give the session my attention.',
    index: 'support',
    isReversed: true,
  }),
  inWords(1000, { id: '6f', text: 'What one change would remove the biggest obstacle?', help: WORDS_WARNING }),
];

export const HELPING: readonly Item[] = [...HELPS, ...GETS_IN_THE_WAY];
