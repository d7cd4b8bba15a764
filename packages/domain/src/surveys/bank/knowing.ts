/** Questions 1 and 2: whether the policy is known, and how it came to be known. What the policy says is asked in policy-items.ts. */
import type { Item } from '../instrument.ts';
import { alone, anyOf, oneOf, onScale, option, scored } from './write-items.ts';

const CHANNELS = [
  option('induction', 'Induction'),
  option('agreement', 'My supervision agreement'),
  option('copy', 'A copy on my file'),
  option('team-meeting', 'A team meeting'),
  option('training', 'Training'),
  option('message', 'A message, or the intranet'),
  option('colleague', 'A colleague'),
];

export const KNOWING: readonly Item[] = [
  oneOf(
    [
      scored('never', 'I have never come across it', 1),
      scored('exists', 'I know that there is one', 2),
      scored('parts', 'I have read parts of it', 3),
      scored('explain', 'I could explain what it asks of me', 4),
      scored('find', 'I could find any part when I need it', 5),
    ],
    { id: '1a', text: 'How well do you know the supervision policy here?', isPulse: true },
  ),
  onScale('agreement', { id: '1c', text: 'I know what is expected of me at each stage of supervision: before, during, after.' }),
  oneOf([scored('no', 'No', 1), scored('yes', 'Yes', 5), option('no-starter', 'Nobody new started')], {
    id: '1d',
    parts: ['gives'],
    text: 'In the past year, have you taken somebody new through the policy?',
  }),
  anyOf([...CHANNELS, alone('nobody', 'Nobody told me')], {
    id: '2a',
    text: 'How did you hear about the supervision policy?',
    help: 'Choose all that are so.',
  }),
  oneOf(CHANNELS, {
    id: '2b',
    text: 'Which one told you most?',
    shown: { item: '2a', answers: CHANNELS.map(({ id }) => id) },
  }),
];
