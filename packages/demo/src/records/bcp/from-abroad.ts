import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { isoDay } from '../../spans.ts';
import { register } from './assistant-managers.ts';
import { addExtra, addFormal, inPost } from './people.ts';

/** Somebody from abroad for whom the second stage was decided without anybody having watched them practise. */
export function addUnobserved(context: Context, rows: FactRows): void {
  const ref = 'S90016';
  const manager = inPost(rows, 'team-manager', 'looked-after');
  if (manager === undefined) return;
  const from = context.today - 100;
  addExtra(context, rows, {
    ref,
    role: 'social-worker',
    team: manager.team,
    from,
    level: 2,
    lineManager: manager.person,
    person: { isSocialWorkQualified: true, practiceFrom: isoDay(from - 900), recruitedAbroadFrom: isoDay(from) },
    post: { isStatutory: true, isRegistrationRequired: true },
  });
  register(rows, ref, from);
  addFormal(context, rows, ref, { from, every: 14, minutes: 60, by: () => manager.person });
  addFact(rows, 'stage-decision', {
    person: ref,
    stage: 'second',
    isStandardMet: true,
    decidedBy: manager.person,
    decidedOn: isoDay(context.today - 20) ?? '',
  });
}
