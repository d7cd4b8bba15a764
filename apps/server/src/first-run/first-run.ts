import { findCouncil, listCouncils } from '@plumbline/database';
import type { DemoCouncil } from '@plumbline/demo';
import type { Environment } from '../env.ts';
import { RefusalError } from '../refusal-error.ts';
import type { DemonstrationOptions } from './load-demonstration.ts';
import type { SurveyLoading } from './survey-office.ts';

/** The one password of all demonstration accounts: they exist on this machine only and hold nothing of anybody. */
export const DEMO_PASSWORD = 'plumbline-demo';
export const DEMO_SEED = 42;

export interface FirstRun {
  /** Whether any council was made. */
  readonly hasMade: boolean;
  /** Resolves when every council is there that is to be. */
  readonly isComplete: Promise<void>;
  /** No further council is begun. */
  cancel(): void;
}

const NOTHING_TO_DO: FirstRun = { hasMade: false, isComplete: Promise.resolve(), cancel: () => undefined };

export interface FirstRunOptions extends DemonstrationOptions {
  /** Where survey rounds of the first council are kept; absent where it is to have none. */
  readonly surveys?: Pick<SurveyLoading, 'services' | 'box'>;
  readonly mode: Environment['mode'];
  readonly packIds: readonly string[] | undefined;
}

/**
 * Makes the demonstration councils where there are none: the first before anybody can sign in, the others while the server
 * already answers. Production never runs beside demonstration councils.
 */
export async function firstRun(options: FirstRunOptions): Promise<FirstRun> {
  const councils = await listCouncils(options.database);
  const isDemonstrated = councils.some((council) => council.isDemonstration);
  if (options.mode === 'production') {
    if (isDemonstrated)
      throw new RefusalError('This database holds demonstration councils and accounts. Production needs a database of its own.');
    return NOTHING_TO_DO;
  }
  if (councils.length > 0 && !isDemonstrated) return NOTHING_TO_DO;
  // The generator is a lot of code that only a first run needs.
  const { loadDemonstration, wantedCouncils, isComplete } = await import('./load-demonstration.ts');
  const waiting = [];
  for (const council of wantedCouncils(options.packIds)) if (!(await isComplete(options, council))) waiting.push(council);
  const [first, ...rest] = waiting;
  if (first === undefined) return NOTHING_TO_DO;
  await loadDemonstration(options, first);
  let isCancelled = false;
  const loadRest = async (): Promise<void> => {
    await loadSurveys(options, first);
    for (const council of rest) if (!isCancelled) await loadDemonstration(options, council);
  };
  return {
    hasMade: true,
    isComplete: loadRest(),
    cancel: () => {
      isCancelled = true;
    },
  };
}

/** Survey rounds and audits for the first council: while the server answers already, since they take some seconds. */
async function loadSurveys(options: FirstRunOptions, { id, packId }: DemoCouncil): Promise<void> {
  const { surveys, database, today, seed } = options;
  const council = surveys === undefined ? null : await findCouncil(database, id);
  if (surveys === undefined || council === null) return;
  const { loadSurveyRounds } = await import('./load-survey-rounds.ts');
  await loadSurveyRounds({ ...surveys, councilId: council.id, packId, today, seed });
  const { loadAudits } = await import('./load-audits.ts');
  await loadAudits({ services: surveys.services, councilId: council.id, packId, today, seed });
}
