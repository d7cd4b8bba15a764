/** Questions 3 and 4: how often supervision happens, with what reaches the record; and who has it. */
import type { Block } from '../answers.ts';
import type { Item } from '../instrument.ts';
import { ROLE_FAMILIES } from '../role-families.ts';
import { BARRIERS } from './barriers.ts';
import { anyOf, numberOf, oneOf, onScale, option, scored } from './write-items.ts';

const BOTH_PARTS: readonly Block[] = ['receives', 'gives'];

const HOW_OFTEN: readonly Item[] = [
  numberOf(
    { least: 0, most: 60, unit: 'sessions', scoredFrom: [1, 2, 3, 4] },
    {
      id: '3a',
      parts: BOTH_PARTS,
      text: 'How many one-to-one supervision sessions did you have in the last three months?',
      giving:
        'Think of a typical person you supervise. How many one-to-one sessions did you hold with them in the last three months?',
      isPulse: true,
      index: 'access',
    },
  ),
  oneOf(
    [
      option('no-pattern', 'No pattern'),
      scored('longer', 'Longer than eight weeks', 1),
      scored('seven-eight', 'Seven to eight weeks', 2),
      scored('five-six', 'Five to six weeks', 3),
      scored('three-four', 'Three to four weeks', 4),
      scored('fortnight', 'Two weeks', 5),
      scored('week', 'One week', 5),
    ],
    {
      id: '3b',
      parts: BOTH_PARTS,
      text: 'What is the usual gap between your sessions?',
      giving: 'What is the usual gap between the sessions you hold with one person?',
    },
  ),
  onScale('frequency', {
    id: '3c',
    parts: BOTH_PARTS,
    text: 'In the last three months, a session that was booked for me did not happen on its day.',
    giving: 'In the last three months, a session that I had booked with somebody did not happen on its day.',
    isPulse: true,
    index: 'access',
    isReversed: true,
  }),
  oneOf(BARRIERS, {
    id: '3d',
    parts: BOTH_PARTS,
    text: 'What was the main reason?',
    shown: { item: '3c', answers: ['3', '4', '5'] },
  }),
  onScale('agreement', {
    id: '3e',
    parts: ['receives'],
    text: 'When I ask for more time than was planned, I get it.',
    isAboutSupervisor: true,
    index: 'access',
  }),
  onScale('frequency', {
    id: '3f',
    parts: BOTH_PARTS,
    text: 'In the last three months, quick talks with my supervisor between sessions led to a decision about a child.',
    giving: 'In the last three months, quick talks with staff between sessions led to a decision about a child.',
  }),
  onScale('frequency', {
    id: '3g',
    parts: BOTH_PARTS,
    text: 'In the last three months, a decision about a child that came from a quick talk with my supervisor reached the child’s record.',
    giving:
      'In the last three months, a decision about a child that came from a quick talk with staff reached the child’s record.',
    isPulse: true,
    index: 'quality',
  }),
  numberOf(
    { least: 0, most: 480, unit: 'minutes' },
    {
      id: '3h',
      parts: BOTH_PARTS,
      text: 'How long was your last session?',
      giving: 'How long was the last session that you held?',
    },
  ),
  oneOf([scored('yes', 'Yes', 1), scored('no', 'No', 5)], { id: '3i', parts: BOTH_PARTS, text: 'Was that session interrupted?' }),
];

const FAMILY_OPTIONS = Object.entries(ROLE_FAMILIES).map(([id, text]) => option(id, text));

const WHO_HAS_IT: readonly Item[] = [
  oneOf([scored('no', 'No', 1), option('unsure', 'Not sure'), scored('yes', 'Yes', 5)], {
    id: '4a',
    text: 'Do you have a named supervisor now?',
    isPulse: true,
    index: 'access',
  }),
  oneOf([scored('no', 'No', 1), option('unsure', 'Not sure'), scored('yes', 'Yes', 5)], {
    id: '4b',
    families: ['social-worker'],
    text: 'Is that person a registered social worker?',
    shown: { item: '4a', answers: ['yes'] },
    isAboutSupervisor: true,
  }),
  numberOf({ least: 0, most: 60, unit: 'people' }, { id: '4c', parts: ['gives'], text: 'How many people do you supervise?' }),
  anyOf(FAMILY_OPTIONS, {
    id: '4d',
    parts: ['gives'],
    text: 'What kinds of post do they hold?',
    help: 'Choose all that are so.',
  }),
  onScale('agreement', {
    id: '4e',
    text: 'Colleagues here who are not social workers get supervision as dependably as those who are.',
  }),
  oneOf(
    [
      option('new', 'I am new in post'),
      option('away', 'I was away for most of that time'),
      option('nobody-named', 'Nobody is named as my supervisor'),
      option('dropped', 'Sessions were booked but did not happen'),
      option('not-meant', 'My post is not meant to have it'),
      option('did-not-know', 'I did not know that I should have it'),
      option('my-choice', 'I did not want it'),
      option('other', 'Something else'),
    ],
    {
      id: 'why-not',
      question: 4,
      parts: ['neither'],
      text: 'What is the main reason why you had no one-to-one supervision in the last three months?',
    },
  ),
];

export const HAVING: readonly Item[] = [...HOW_OFTEN, ...WHO_HAS_IT];
