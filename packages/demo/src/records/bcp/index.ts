import type { Context } from '../../context.ts';
import type { FactRows } from '../../fact-rows.ts';
import { addAssistantManager } from './assistant-managers.ts';
import { addFurtherCases } from './cases.ts';
import { addUnobserved } from './from-abroad.ts';
import { addMappingGroups } from './groups.ts';
import { addPsychologists } from './psychologists.ts';
import { addSlips } from './slips.ts';
import { addUnplannedDecisions } from './unplanned.ts';

/**
 * What the policy with assistant team managers, psychologists and mapping groups speaks of and no other council here has: for
 * each requirement somebody who keeps it and somebody who does not.
 */
export function addSituationsOfBcp(context: Context, rows: FactRows): void {
  if (context.council.packId !== 'bcp') return;
  addUnplannedDecisions(context, rows);
  addMappingGroups(context, rows);
  addPsychologists(context, rows);
  addAssistantManager(context, rows);
  addUnobserved(context, rows);
  addFurtherCases(context, rows);
  addSlips(context, rows);
}
