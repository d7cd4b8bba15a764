/** Questions 7 and 8: whether appraisal fits, whether sessions join up, and whether staff can change things. */
import type { Block } from '../answers.ts';
import type { Item } from '../instrument.ts';
import { WORDS_WARNING } from './words-warning.ts';
import { inWords, numberOf, oneOf, onScale, option, scored, WITH_SUPERVISION } from './write-items.ts';

const BOTH_PARTS: readonly Block[] = ['receives', 'gives'];

const TIME_FOR_APPRAISAL = [
  option('under-hour', 'Less than an hour a person a year'),
  option('one-two', 'One to two hours'),
  option('three-four', 'Three to four hours'),
  option('five-more', 'Five hours and more'),
  option('unsure', 'Not sure'),
];

/**
 * Question 7 as the policy has it: kept apart from supervision (true), part of it (false), or not said (null), in the council's own
 * word for appraisal. The wordings about fit are not compared with one another: each carries its own lineage.
 */
export function appraisalItems(isKeptApart: boolean | null, word = 'appraisal'): readonly Item[] {
  const fit = fitText(isKeptApart, word);
  return [
    oneOf(
      [
        option('not-yet', 'Not yet this year'),
        option('inside', 'Inside a supervision session'),
        option('next-to', 'Straight before or after a supervision session'),
        option('separately', 'At a separate meeting'),
      ],
      {
        id: '7a',
        routes: WITH_SUPERVISION,
        text: `Where did your last ${word} happen?`,
        ...(isKeptApart === true ? { help: `The policy here keeps ${word} apart from supervision.` } : {}),
      },
    ),
    { ...onScale('agreement', { id: '7b', routes: WITH_SUPERVISION, text: fit.text }), lineage: fit.lineage },
    oneOf(TIME_FOR_APPRAISAL, {
      id: '7c',
      parts: ['gives'],
      text: `How much of your time does ${word} take now, for one person?`,
    }),
    oneOf(TIME_FOR_APPRAISAL, {
      id: '7d',
      parts: ['gives'],
      text: `How much do you expect ${word} to take a year from now, for one person?`,
    }),
  ];
}

function fitText(isKeptApart: boolean | null, word: string): { text: string; lineage: string } {
  if (isKeptApart === true) {
    return {
      text: `Keeping ${word} apart from supervision fits in, rather than adding work.`,
      lineage: 'bank-7b-apart',
    };
  }
  if (isKeptApart === false) {
    return {
      text: `Having ${word} inside supervision fits in, rather than adding work.`,
      lineage: 'bank-7b-within',
    };
  }
  return { text: `The way ${word} is done here fits in, rather than adding work.`, lineage: 'bank-7b' };
}

export const CONTINUITY: readonly Item[] = [
  onScale('frequency', {
    id: '8a',
    parts: BOTH_PARTS,
    text: 'In the last three months, we looked back in supervision at what was agreed last time.',
    giving: 'In the last three months, I looked back with staff at what we agreed last time.',
    isPulse: true,
    isAboutSupervisor: true,
    index: 'quality',
  }),
  onScale('frequency', {
    id: '8b',
    parts: BOTH_PARTS,
    text: 'In the last three months, I left supervision knowing what would happen before the next session.',
    giving: 'In the last three months, staff left supervision knowing what would happen before the next session.',
    isPulse: true,
    isAboutSupervisor: true,
    index: 'quality',
  }),
  numberOf(
    { least: 0, most: 20, unit: 'supervisors' },
    {
      id: '8c',
      parts: ['receives'],
      text: 'How many different supervisors did you have in the last 12 months?',
      isAboutSupervisor: true,
    },
  ),
  onScale('agreement', {
    id: '8d',
    parts: BOTH_PARTS,
    text: 'A problem that I raise in supervision can lead to a change outside my own work.',
    giving: 'A problem that staff raise with me in supervision can lead to a change outside our team.',
    index: 'influence',
  }),
  oneOf([scored('no', 'No', 1), scored('yes', 'Yes', 5)], {
    id: '8e',
    parts: ['receives'],
    text: 'Can you think of a change that began with something you raised in supervision?',
  }),
  inWords(1000, {
    id: '8e-what',
    parts: ['receives'],
    text: 'What was it?',
    help: WORDS_WARNING,
    shown: { item: '8e', answers: ['yes'] },
  }),
  onScale('frequency', {
    id: '8f',
    parts: ['gives'],
    text: 'In the last three months, I took something that staff raised with me to a place where it could be settled.',
  }),
];
