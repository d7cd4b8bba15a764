import { formatDay } from '@plumbline/domain/calendar';
import { mostOfMeasure, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { refuse } from '../problems.ts';

/** The day or month of what stands beside the policy, by kind. */
const HAPPENED: Readonly<Partial<Record<FactKindName, string>>> = { 'rival-event': 'on', 'context-figure': 'month' };

/** Refuses, as a file is refused, an event or a month that lies ahead, since what is planned explains nothing yet, and a share above 100. */
export function requireSoundEvent(caller: Caller, kind: FactKindName, values: AnyFact): void {
  const column = HAPPENED[kind];
  if (column === undefined) return;
  const fields: Record<string, string> = {};
  if (String(values[column]) > formatDay(caller.today)) fields[column] = 'This lies ahead.';
  const most = mostOfMeasure(values['measure']);
  if (most !== null && Number(values['value']) > most) fields['value'] = `The most is ${most}: this is a percentage.`;
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
}
