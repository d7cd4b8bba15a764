import { filesInWords } from './audit-words.ts';
import type { AuditView } from './outputs.ts';

/** How far an open audit has come, in two sentences. */
export function howFarInWords({ drawn, completed, begun, fedBack }: AuditView['progress']): string {
  const talked =
    completed === 0
      ? ''
      : fedBack === 0
        ? ' None is talked over with the worker yet.'
        : ` ${fedBack} ${fedBack === 1 ? 'is' : 'are'} talked over with the worker.`;
  return `${completed} of ${filesInWords(drawn)} completed, ${begun === 0 ? 'none' : begun} begun.${talked}`;
}

type Counted = Pick<AuditView['progress'], 'drawn' | 'completed' | 'withoutAuditor'>;

/** What stands in the way of opening an audit; null where nothing does. */
export function inTheWayOfOpening({ drawn, withoutAuditor }: Counted): string | null {
  if (drawn === 0) return 'There is nothing in it yet.';
  if (withoutAuditor === 0) return null;
  return `${filesInWords(withoutAuditor)} of ${drawn} ${withoutAuditor === 1 ? 'has' : 'have'} no auditor yet.`;
}

/** What stands in the way of closing an audit; null where nothing does. */
export function inTheWayOfClosing({ drawn, completed }: Counted): string | null {
  const left = drawn - completed;
  if (left === 0) return null;
  return `${filesInWords(left)} ${left === 1 ? 'is' : 'are'} neither completed nor put aside.`;
}
