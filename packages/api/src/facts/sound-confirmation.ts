import { CONFIRMED_WORDS } from '@plumbline/analytics/wording';
import type { CouncilTransaction } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { confirmationFaults, type ConfirmationFault } from '@plumbline/domain/policy';
import type { Caller } from '../access/caller.ts';
import { rulesThrough, timelineOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';

/** Refuses, as a file is refused, a confirmation of what nobody asks, about something else, about oneself, or of tomorrow. */
export async function requireSoundConfirmation(
  tx: CouncilTransaction,
  caller: Caller,
  kind: FactKindName,
  values: AnyFact,
): Promise<void> {
  if (kind !== 'confirmation') return;
  const faults = confirmationFaults(rulesThrough(await timelineOf(tx, null)), values);
  const fields: Record<string, string> = Object.fromEntries(faults.map((fault) => [fault.column, saysOf(fault)]));
  const today = formatDay(caller.today);
  for (const column of ['on', 'discussedOn']) if (String(values[column] ?? '') > today) fields[column] = 'This lies ahead.';
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
}

function saysOf(fault: ConfirmationFault): string {
  switch (fault.kind) {
    case 'confirmation-rule-unknown':
      return 'The policy has no rule of this number.';
    case 'confirmation-not-asked':
      return 'Nobody is asked to confirm this: other records show whether it is kept.';
    case 'confirmation-subject-missing':
      return `The rule is about ${CONFIRMED_WORDS[fault.of]}. Say which one.`;
    case 'confirmation-subject-other':
      return `The rule is about ${CONFIRMED_WORDS[fault.of]}. Leave this empty.`;
    case 'confirmation-about-oneself':
      return 'Nobody confirms this about themselves. Give somebody else, who asked them.';
  }
}
