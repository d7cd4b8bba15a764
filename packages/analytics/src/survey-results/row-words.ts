import type { Block } from '@plumbline/domain/surveys';

/** Parts of the form as they are named beside results. */
export const ROUTE_PARTS: Readonly<Record<Block, string>> = {
  everybody: 'Asked of everybody',
  receives: 'About the supervision that people receive',
  gives: 'About the supervision that people give',
  neither: 'Asked of those with no supervision',
};
