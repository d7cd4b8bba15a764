/** Makes a release of a round's results from its plan: what is hidden, which remedies were needed, and the proof. */
import { canonicalJson } from '@plumbline/domain/policy';
import type { Cell, CountedBallot, Instrument } from '@plumbline/domain/surveys';
import { ratesOf, releasedQuestion, scoresOf, tablesOf } from './build.ts';
import { correctionProblems } from './check-correction.ts';
import { countRound, goesByRoute, isIndex, type CountedQuestion } from './count.ts';
import { hasSides } from './figures.ts';
import { finestBreakdown, hideGroups, leaveOut } from './hide-groups.ts';
import { planProblems } from './plan.ts';
import { isAnyByRoute, proveRead, type ProofFailure } from './prove/prove-release.ts';
import { readRound } from './prove/read-round.ts';
import type { Draft } from './prove/published.ts';
import { receivedAsDraft, type PublishedReceived } from './receipts.ts';
import type { Release, ReleaseProblem, Remedy, ReportPlan } from './release.ts';
import { settleQuestion } from './settle-question.ts';
import type { Working } from './working.ts';

export interface ReleaseInput {
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  readonly ballots: readonly CountedBallot[];
  readonly plan: ReportPlan;
  /** All releases of the round so far, the first first. */
  readonly earlier: readonly Release[];
  /** How many answers came, of the cells of which that was published with the receipts. */
  readonly received?: PublishedReceived;
  /** SHA-256 in hexadecimal of a text in UTF-8. */
  readonly hash: (text: string) => string;
}

export type MadeRelease =
  | { readonly ok: true; readonly release: Release }
  | { readonly ok: false; readonly problems: readonly ReleaseProblem[] };

/** More attempts than this are not made: each takes something out, so that it ends in any case. */
const MOST_ATTEMPTS = 200;

/** Where more than this share of the questions could not be shown even for the whole round, the finest breakdown goes instead. */
const MOST_LOST = 0.05;

/**
 * Makes the next release of a round, or says why there can be none. There is no way to one without a proof that holds: what
 * cannot be proved is shown with fewer answers, then one level up, then not at all.
 */
export function makeRelease(input: ReleaseInput): MadeRelease {
  const problems = [...planProblems(input.plan, input.cells), ...chainProblems(input)];
  return problems.length > 0 ? { ok: false, problems } : attempt(input, begin(input));
}

function attempt(input: ReleaseInput, working: Working): MadeRelease {
  const { instrument, cells, ballots } = input;
  const { earlier } = working;
  const counted = [...working.counted.questions, ...working.counted.indices];
  const isByRoute = isAnyByRoute([working, ...earlier]);
  const read = readRound(instrument, cells, ballots, counted.map(releasedQuestion), isByRoute);
  let failures: readonly ProofFailure[] = [];
  for (let round = 0; round < MOST_ATTEMPTS; round += 1) {
    const problem = hideGroups(working);
    if (problem !== null) return { ok: false, problems: [problem] };
    // Without the routes everything is counted in larger atoms, in which more can be proved.
    if (isByRoute && !isAnyByRoute([working, ...earlier])) return attempt(input, begin(input, working));
    for (const question of counted) settleQuestion(working, question);
    const draft = draftOf(working, input);
    const proving = proveRead(read, cells, [...earlier, draft], draft);
    if (proving.ok) {
      const differences = correctionProblems(draft, input.earlier);
      if (differences.length > 0) return { ok: false, problems: differences };
      return { ok: true, release: sealed({ ...draft, proof: proving.proof }, input.hash) };
    }
    failures = proving.failures;
    if (!remedy(working, failures)) break;
  }
  return { ok: false, problems: failures.map(({ target, question }) => ({ kind: 'not-proved', target, question })) };
}

function chainProblems({ earlier, plan, hash }: ReleaseInput): ReleaseProblem[] {
  return earlier.flatMap((release, i): ReleaseProblem[] => {
    const { sequence, previousHash, roundId } = release;
    if (roundId !== plan.roundId) return [{ kind: 'other-round', sequence }];
    const isNext = sequence === i + 1 && previousHash === (earlier[i - 1]?.contentHash ?? null);
    return isNext && isUnaltered(release, hash) ? [] : [{ kind: 'chain-broken', sequence }];
  });
}

/** Whether a release still has the content that its hash was made of. */
export function isUnaltered(release: Release, hash: (text: string) => string): boolean {
  return contentHashOf(release, hash) === release.contentHash;
}

function contentHashOf(release: Omit<Release, 'contentHash'>, hash: (text: string) => string): string {
  // Canonical JSON leaves out what is undefined. The hash is published and the proof is not: were it in there, whoever guessed at
  // the numbers of a hidden group could try their guesses against the hash.
  return hash(canonicalJson({ ...release, contentHash: undefined, proof: undefined }));
}

function sealed(content: Omit<Release, 'contentHash'>, hash: (text: string) => string): Release {
  return { ...content, contentHash: contentHashOf(content, hash) };
}

/** Everything that was published of the round before, the receipts first. */
function publishedBefore({ received, cells, plan, earlier }: ReleaseInput): readonly Draft[] {
  return received === undefined ? earlier : [receivedAsDraft(received, cells, plan), ...earlier];
}

function begin(input: ReleaseInput, so: Pick<Working, 'plan' | 'remedies'> = { plan: input.plan, remedies: [] }): Working {
  const earlier = publishedBefore(input);
  const isByRoute = [so, ...earlier].some(({ plan }) => goesByRoute(plan));
  return {
    counted: countRound(input.instrument, input.cells, input.ballots, isByRoute),
    earlier,
    plan: so.plan,
    hidden: new Set(),
    forced: new Set(),
    showings: new Map(),
    inThree: new Set(),
    movedUp: new Map(),
    remedies: so.remedies,
  };
}

function draftOf(working: Working, { earlier }: ReleaseInput): Draft {
  const { counted, plan, remedies } = working;
  const shown = [...counted.questions, ...counted.indices].filter(
    (question) => !isIndex(question) || (working.showings.get(question.key)?.size ?? 0) > 0,
  );
  return {
    format: 1,
    roundId: plan.roundId,
    sequence: earlier.length + 1,
    previousHash: earlier.at(-1)?.contentHash ?? null,
    plan,
    questions: shown.map(releasedQuestion),
    tables: tablesOf(working),
    rates: ratesOf(working),
    indices: scoresOf(working),
    remedies: [...remedies, ...questionRemedies(working)],
  };
}

/** What happened to single questions: taken together, or shown only one level up. */
function questionRemedies({ counted, plan, showings }: Working): Remedy[] {
  return [...counted.questions, ...counted.indices].flatMap(({ key, replies }) => {
    if (replies.every((count) => count === 0)) return [];
    return plan.breakdowns.flatMap((breakdown): Remedy[] => {
      const showing = showings.get(key)?.get(breakdown.id);
      if (showing === undefined) return [{ kind: 'question-moved-up', question: key, breakdown: breakdown.id }];
      return showing.detail === 'in-three' ? [{ kind: 'answers-in-three', question: key, breakdown: breakdown.id }] : [];
    });
  });
}

/** Takes out what the proof failed at, in the order of the rules: answers in three, then one level up. False where nothing is left. */
function remedy(working: Working, failures: readonly ProofFailure[]): boolean {
  const failed = new Set(failures.flatMap(({ question }) => question ?? []));
  const counted = [...working.counted.questions, ...working.counted.indices];
  const isAboutReplies = failures.some(({ question }) => question === null);
  const lost = [...failed].filter((key) => working.showings.get(key)?.size === 1);
  const finest = finestBreakdown(working.plan.breakdowns);
  if (isAboutReplies || (finest !== null && lost.length > MOST_LOST * counted.length)) {
    if (finest === null) return dropRestricted(working, counted);
    leaveOut(working, finest);
    working.forced.clear();
    working.movedUp.clear();
    working.inThree.clear();
    return true;
  }
  return counted.filter(({ key }) => failed.has(key)).every((question) => remedyQuestion(working, question));
}

/**
 * A question that only some are asked, and that all of them answered, tells how many of the others replied. Where that gives somebody
 * away it is not shown at all: the one with the most replies first.
 */
function dropRestricted(working: Working, counted: readonly CountedQuestion[]): boolean {
  const whole = working.plan.breakdowns[0];
  const nOf = ({ replies }: CountedQuestion): number => replies.reduce((sum, count) => sum + count, 0);
  const [first] = counted
    .filter(({ key, isAsked }) => !isAsked.every(Boolean) && (working.showings.get(key)?.size ?? 0) > 0)
    .toSorted((a, b) => nOf(b) - nOf(a));
  if (whole === undefined || first === undefined) return false;
  working.movedUp.set(first.key, new Set([whole.id]));
  return true;
}

function remedyQuestion(working: Working, question: CountedQuestion): boolean {
  const showings = working.showings.get(question.key);
  if (showings === undefined || showings.size === 0) return false;
  const isSplit = [...showings.keys()].some((id) => id !== working.plan.breakdowns[0]?.id);
  if (isSplit && hasSides(question) && !working.inThree.has(question.key)) {
    working.inThree.add(question.key);
    return true;
  }
  const finest = finestBreakdown(working.plan.breakdowns.filter(({ id }) => showings.has(id))) ?? working.plan.breakdowns[0];
  if (finest === undefined) return false;
  const moved = working.movedUp.get(question.key) ?? new Set();
  working.movedUp.set(question.key, moved.add(finest.id));
  return true;
}
