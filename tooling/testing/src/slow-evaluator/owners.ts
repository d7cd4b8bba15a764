import type { FactOf, Facts } from '@plumbline/domain/facts';
import { londonDate, type IsoDate } from './dates.ts';
import { mainPostOn, supervisorOn, workerOn } from './relations.ts';
import type { Kind } from './world.ts';

/** Who owes something about a person or a child on a day; null where nobody does. */
export function ownerOf(
  facts: Facts,
  owes: string,
  kind: Kind,
  ref: string,
  day: IsoDate,
  session: FactOf<'session'> | null,
): string | null {
  const worker = kind === 'person' ? ref : workerOn(facts, ref, day, londonDate);
  if (owes === 'session-supervisor' && session !== null) return session.supervisor;
  if ((owes === 'supervisee' || owes === 'worker') && session !== null && kind === 'child') return session.supervisee;
  if (owes === 'policy-owner' || worker === null) return null;
  const manager = mainPostOn(facts, worker, day)?.lineManager ?? null;
  switch (owes) {
    case 'line-manager':
      return manager;
    case 'supervisors-manager': {
      const supervisor = supervisorOn(facts, worker, day);
      return supervisor === null ? null : (mainPostOn(facts, supervisor, day)?.lineManager ?? null);
    }
    case 'supervisee':
    case 'worker':
      return worker;
    default:
      return supervisorOn(facts, worker, day) ?? manager;
  }
}
