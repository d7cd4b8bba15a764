import { SESSION_STATUSES } from '@plumbline/domain/facts';
import type { LogWords, ReasonWords } from '../compliance/index.ts';
import { formsAndWordsOf, type PolicyPack, type PolicyReason } from '@plumbline/domain/policy';

const STATUS = 'session.status:';
const COLUMN = 'session.';

/** What the log calls outcomes and asks about them, in the words of the policy. */
export function logWords(pack: PolicyPack): LogWords {
  const { statuses, reasons } = formsAndWordsOf(pack);
  const codes = statuses.flatMap(({ id, of, ours, word }) =>
    of === 'session' && ours?.startsWith(STATUS) === true ? [{ id, word, code: ours.slice(STATUS.length) }] : [],
  );
  const questions: Record<string, Record<string, ReasonWords>> = {};
  for (const reason of reasons) {
    const column = reason.feeds?.startsWith(COLUMN) === true ? reason.feeds.slice(COLUMN.length) : null;
    if (reason.of !== 'session' || column === null) continue;
    for (const { id, code } of codes) {
      if (reason.askedWhen?.includes(id) === true) (questions[code] ??= {})[column] = reasonWords(reason);
    }
  }
  return {
    statuses: Object.fromEntries(codes.filter(({ code }) => code in SESSION_STATUSES).map(({ code, word }) => [code, word])),
    questions,
  };
}

function reasonWords({ title, help, choices }: PolicyReason): ReasonWords {
  const named = (choices ?? []).flatMap(({ ours, word }) => (ours === null ? [] : [[ours.split(':')[1] ?? ours, word] as const]));
  return { title, help: help ?? null, choices: Object.fromEntries(named) };
}
