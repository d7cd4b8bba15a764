import { addMonths, startOfMonth, type Day } from '@plumbline/domain/calendar';
import { demoCouncilOf, type DemoCouncil, type PackId } from './councils.ts';
import { randomStream, type RandomStream } from './random.ts';

export type CouncilSize = 'small' | 'medium' | 'large';

/** What every part of the generator is told. */
export interface Context {
  readonly council: DemoCouncil;
  readonly size: CouncilSize;
  readonly random: RandomStream;
  readonly today: Day;
  /** First day of the records: the first of the month five years ago. */
  readonly begins: Day;
}

export function contextOf(options: { seed: number; packId: PackId; size: CouncilSize; today: Day }): Context {
  const council = demoCouncilOf(options.packId);
  return {
    council,
    size: options.size,
    random: randomStream(`${options.seed}/${council.id}/${options.size}`),
    today: options.today,
    begins: startOfMonth(addMonths(options.today, -60)),
  };
}
