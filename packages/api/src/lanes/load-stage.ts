import { dutiesAbout, loadFacts, loadLanes, responsibilitiesOf, type CouncilTransaction } from '@plumbline/database';
import { formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import { assessVersions, versionOn, type AsOf, type PolicyTimeline, type Responsibility } from '@plumbline/domain/rules';
import type { Caller } from '../access/caller.ts';
import { knownAtOf, timelineOf } from '../access/policy-of.ts';
import type { AsOfQuestion } from '../inputs.ts';
import { gatherBook, toleratingUnknown } from './gather-book.ts';
import { momentOf, setStage, type Stage } from './scene.ts';

/** How far back lanes and lists of supervisions go. */
const LANE_DAYS = 400;
/** How far ahead requirements that open by the calendar are worked out for a day that is asked about. */
const AHEAD_DAYS = 100;

/** Which day is asked about, and as known on which; null for what is known now. */
export interface Question {
  readonly asOf: AsOf;
  readonly knownOn: Day | null;
}

export interface About {
  readonly persons: readonly string[];
  readonly children: readonly string[];
  /** Also what was due and is long done; lanes do without. */
  readonly withHistory?: boolean;
  /** Who answers for whom on the day asked about, for these and perhaps others, where it was read before. */
  readonly answering?: readonly Responsibility[] | undefined;
}

/** Findings that stay in sight for a while after they were made. */
const RECENT_DAYS = 40;

/** The question that a page asks: today as known now, unless it says otherwise. Days ahead are taken for today. */
export function questionOf(caller: Caller, input: AsOfQuestion): Question {
  const on = input.on === null ? caller.today : Math.min(toDay(input.on), caller.today);
  const knownOn = input.knownOn === null ? null : Math.min(toDay(input.knownOn), caller.today);
  return { asOf: momentOf(on, caller.now), knownOn };
}

/**
 * The stage about some people and children. As known now it stands on what is stored; as known on another day everything
 * due is worked out again from the facts, the first days of records and the versions of the policy of that time.
 */
export async function loadStage(tx: CouncilTransaction, question: Question, about: About): Promise<Stage> {
  const { knownOn, asOf } = question;
  const asked = timelineOf(tx, knownOn);
  const [timeline, known] = await Promise.all([
    asked,
    knownOn === null ? loadStored(tx, asOf.on, about) : asked.then((then) => workOut(tx, then, asOf.on, knownOn, about)),
  ]);
  const packOn = (day: Day) => versionOn(timeline, day).policy.pack;
  return setStage({ pack: packOn(asOf.on), packOn, ...question, ...known });
}

type Known = Pick<Stage, 'facts' | 'duties' | 'responsibilities' | 'book'>;

async function loadStored(tx: CouncilTransaction, day: Day, about: About): Promise<Known> {
  const on = formatDay(day);
  const since = formatDay(day - LANE_DAYS);
  if (about.withHistory !== true) {
    const stillOpenOn = formatDay(day - RECENT_DAYS);
    const { book, ...lanes } = await loadLanes(tx, about, { on, since, stillOpenOn }, answeringFor(about));
    return { ...lanes, book: toleratingUnknown(book) };
  }
  const [facts, duties, responsibilities] = await Promise.all([
    loadFacts(tx, about, { since }),
    dutiesAbout(tx, about),
    responsibilitiesOf(tx, about, { on }),
  ]);
  return await withBook(tx, { facts, duties, responsibilities });
}

function answeringFor({ persons, children, answering }: About): Responsibility[] | undefined {
  if (answering === undefined) return undefined;
  const refs = { person: new Set(persons), child: new Set(children) };
  const own = answering.filter((answer) => refs[answer.kind].has(answer.ref));
  return [...new Map(own.map((answer) => [`${answer.kind}:${answer.ref}:${answer.from}`, answer])).values()];
}

async function withBook(tx: CouncilTransaction, known: Omit<Known, 'book'>): Promise<Known> {
  return { ...known, book: await gatherBook(tx, known) };
}

async function workOut(tx: CouncilTransaction, timeline: PolicyTimeline, on: Day, knownOn: Day, about: About): Promise<Known> {
  const facts = await loadFacts(tx, about, { knownAt: knownAtOf(knownOn) });
  const only = { persons: new Set(about.persons), children: new Set(about.children) };
  return await withBook(tx, { facts, ...assessVersions(timeline, facts, on + AHEAD_DAYS, only) });
}
