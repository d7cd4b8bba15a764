import type { Learning } from './outputs.ts';

export const LEARNING_TITLES: Readonly<Record<Learning['kind'], string>> = {
  'good-practice': 'Good practice',
  learning: 'Something to learn from',
};

/** How something that was passed on stands, as whoever passed it on reads it. */
export const LEARNING_STANDING: Readonly<Record<Learning['state'], string>> = {
  asked: 'They have it. Whether others may read it too they have not said.',
  shared: 'They agreed that others read it, without a name.',
  kept: 'They keep it to themselves.',
};

/** The same, as the person to whom it was sent reads it. */
export const MY_LEARNING_STANDING: Readonly<Record<Learning['state'], string>> = {
  asked: 'May everybody here read it, without your name? Until you say so, it stays with you and whoever wrote it.',
  shared: 'Everybody here can read it, without your name. You can change your mind at any time.',
  kept: 'It stays with you and whoever wrote it. You can change your mind at any time.',
};
