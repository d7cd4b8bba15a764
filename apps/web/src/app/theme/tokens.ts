import type { MantineColorsTuple } from '@mantine/core';

/** The accent: a deep teal. Shade 8 is the one on paper, shade 3 the one on ink. */
export const PLUMB: MantineColorsTuple = [
  '#e9f4f3',
  '#d3e8e7',
  '#a8d3d2',
  '#7ac2c0',
  '#4ba6a5',
  '#2f9394',
  '#187d7f',
  '#0f6a6d',
  '#0b5558',
  '#063e41',
];

/** Greys with a little of the ink's blue-green, for lines and quiet words. */
export const INK: MantineColorsTuple = [
  '#f7f8f7',
  '#eef0ef',
  '#dfe3e2',
  '#c8cfce',
  '#a3aeae',
  '#7f8c8d',
  '#5d6a6c',
  '#434f52',
  '#2b3538',
  '#172023',
];

/** Mantine's dark scale: index 0 is text, 7 the page, 6 raised surfaces. */
export const DARK: MantineColorsTuple = [
  '#e6eceb',
  '#b9c4c5',
  '#93a1a3',
  '#6b7a7d',
  '#3d4a4e',
  '#2e393d',
  '#1d262a',
  '#141b1e',
  '#0f1517',
  '#0a0f11',
];

export interface StatusTokens {
  readonly done: string;
  readonly late: string;
  readonly soon: string;
  readonly overdue: string;
  readonly unmet: string;
  readonly away: string;
  readonly advisory: string;
  readonly confirm: string;
  readonly quiet: string;
}

/** Blue and orange say soon and overdue; each status has a shape and a word of its own besides. */
export const STATUS_LIGHT: StatusTokens = {
  done: '#0b5558',
  late: '#4d6160',
  soon: '#1a5a9c',
  overdue: '#a94600',
  unmet: '#8a2f00',
  away: '#5d6a6c',
  advisory: '#594a86',
  confirm: '#1a5a9c',
  quiet: '#5d6a6c',
};

export const STATUS_DARK: StatusTokens = {
  done: '#7ac2c0',
  late: '#a9c0bf',
  soon: '#8fc0f2',
  overdue: '#ffae66',
  unmet: '#ff9650',
  away: '#a7b3b4',
  advisory: '#c0b4f0',
  confirm: '#8fc0f2',
  quiet: '#a7b3b4',
};
