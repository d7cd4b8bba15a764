import type { CouncilTransaction } from '@plumbline/database';
import { lineManagersOf, sharedManagementFault, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import { factsNaming } from '../access/facts-naming.ts';
import { refuse } from '../problems.ts';

const SAYS_OF_FAULT = {
  'second-manager-unmarked': 'Say yes under “Managed by a job share”, or leave this empty.',
  'second-manager-alone': 'Give the line manager first.',
  'second-manager-same': 'This is the same person as the line manager.',
} as const;

/** No line of management is longer than this. */
const HIGHEST = 30;

/** Refuses, as a file is refused, a post that answers to its own holder, to a circle, or to two without a job share; and a pair of one. */
export async function requireSoundLine(tx: CouncilTransaction, kind: FactKindName, values: AnyFact): Promise<void> {
  if (kind === 'supervision-pair' && values['supervisee'] === values['supervisor'])
    refuse('not-valid', { fields: { supervisor: 'Nobody supervises themselves. Choose somebody else.' } });
  if (kind !== 'post') return;
  const fault = sharedManagementFault(values);
  if (fault !== null) refuse('not-valid', { fields: { secondLineManager: SAYS_OF_FAULT[fault] } });
  const { person } = values;
  if (typeof person !== 'string') return;
  for (const column of ['lineManager', 'secondLineManager']) {
    if (values[column] === person)
      refuse('not-valid', { fields: { [column]: 'Nobody manages themselves. Choose whoever manages this post.' } });
    if (typeof values[column] === 'string' && (await leadsTo(tx, person, { manager: values[column], ...spanOf(values) })))
      refuse('not-valid', {
        fields: { [column]: 'They answer to this person in their turn: the line would go round in a circle.' },
      });
  }
}

interface Step {
  readonly manager: string;
  readonly from: string;
  readonly to: string;
}

function spanOf(values: AnyFact): { from: string; to: string } {
  return { from: String(values['from']), to: typeof values['to'] === 'string' ? values['to'] : '9999-12-31' };
}

/** Whether somebody, on one day of a span, answers to a person, whoever stands between them. */
async function leadsTo(tx: CouncilTransaction, person: string, first: Step): Promise<boolean> {
  let steps: readonly Step[] = [first];
  for (let height = 0; steps.length > 0 && height < HIGHEST; height += 1) {
    const above = await stepsAbove(tx, steps);
    if (above.some((step) => step.manager === person)) return true;
    steps = above;
  }
  return false;
}

/** One step up from each, over the days that both have in common. */
async function stepsAbove(tx: CouncilTransaction, steps: readonly Step[]): Promise<Step[]> {
  const posts = await factsNaming(tx, 'post', ['person'], [...new Set(steps.map((step) => step.manager))]);
  const found = new Map<string, Step>();
  for (const step of steps) {
    for (const post of posts) {
      const { from, to } = spanOf(post);
      if (post.person !== step.manager || from > step.to || to < step.from) continue;
      for (const manager of lineManagersOf(post)) {
        const above = { manager, from: from > step.from ? from : step.from, to: to < step.to ? to : step.to };
        found.set(Object.values(above).join(' '), above);
      }
    }
  }
  return [...found.values()];
}
