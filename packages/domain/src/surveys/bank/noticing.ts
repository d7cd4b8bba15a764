/**
 * Questions 12 and 13: how good practice travels, and whether good work is noticed.
 *
 * @NOTE Naming a piece of good work (13e) is no item here: it would tie a name to an answer. It is a form of its own with a store
 * of its own, and lives with recognition under the impact of the policy, never in a survey.
 */
import type { Item } from '../instrument.ts';
import { WORDS_WARNING } from './words-warning.ts';
import { alone, anyOf, inWords, numberOf, oneOf, onScale, option, scored, WITH_SUPERVISION } from './write-items.ts';

const ALL = 'Choose all that are so.';

const TRAVELLING: readonly Item[] = [
  anyOf(
    [
      option('improvement-group', 'An improvement group'),
      option('cluster', 'A cluster meeting'),
      option('audit', 'Feedback from an audit'),
      option('group-supervision', 'Group supervision'),
      option('training', 'Training'),
      option('informal', 'Talking informally'),
      alone('nowhere', 'Nowhere'),
    ],
    {
      id: '12a',
      routes: WITH_SUPERVISION,
      text: 'In the last three months, where did you pick up something useful from another team?',
      help: ALL,
    },
  ),
  oneOf(
    [
      scored('me', 'It stayed with me', 1),
      scored('team', 'My team', 2),
      scored('building', 'My building', 3),
      scored('service', 'My service', 4),
      scored('authority', 'The whole authority', 5),
      option('unsure', 'I do not know'),
    ],
    { id: '12b', routes: WITH_SUPERVISION, text: 'How far did the last good idea from your team travel?', index: 'influence' },
  ),
  onScale('agreement', {
    id: '12c',
    routes: WITH_SUPERVISION,
    text: 'It is hard to learn from teams that sit somewhere else.',
    index: 'influence',
    isReversed: true,
  }),
  inWords(1000, { id: '12d', routes: WITH_SUPERVISION, text: 'What would help good practice travel?', help: WORDS_WARNING }),
];

const RECOGNISING: readonly Item[] = [
  oneOf(
    [
      scored('never', 'Never', 1),
      scored('longer', 'Longer ago', 2),
      scored('quarter', 'In the last three months', 3),
      scored('month', 'In the last month', 4),
      scored('week', 'In the last week', 5),
    ],
    { id: '13a', text: 'When was good work of yours last noticed?', isPulse: true, index: 'recognition' },
  ),
  anyOf(
    [
      option('speed', 'Speed'),
      option('number', 'How much I did'),
      option('quality', 'How well I did it'),
      option('child', 'What it did for a child'),
      option('colleague', 'Helping a colleague'),
      option('other', 'Something else'),
    ],
    { id: '13b', text: 'What was noticed?', help: ALL, shown: { item: '13a', answers: ['longer', 'quarter', 'month', 'week'] } },
  ),
  onScale('agreement', {
    id: '13c',
    text: 'Here, quick work is noticed more than good work.',
    index: 'recognition',
    isReversed: true,
  }),
  numberOf(
    { least: 0, most: 10, unit: '' },
    { id: '13d', text: 'How is morale in your team, from 0 (very low) to 10 (very high)?', isPulse: true },
  ),
];

export const NOTICING: readonly Item[] = [...TRAVELLING, ...RECOGNISING];
