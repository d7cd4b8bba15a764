import type { Context } from '../context.ts';
import type { FactRows } from '../fact-rows.ts';
import { addShropshireCases } from './shropshire.ts';
import { addWirralCases } from './wirral.ts';

/** What a policy turns on and a small council's chance does not bring about, so that each rule is kept somewhere and broken somewhere. */
export function addFurtherCases(context: Context, rows: FactRows): void {
  if (context.council.packId === 'shropshire') addShropshireCases(context, rows);
  if (context.council.packId === 'wirral') addWirralCases(context, rows);
}
