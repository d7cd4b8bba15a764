import { useEffect, useState } from 'react';
import type { Arrival, Beginning, Device, Signed } from '../model/ticket.ts';
import { roll, secondsToWait } from '../model/wait.ts';
import type { Place } from '../sealed/code.ts';
import { forget } from '../sealed/keep.ts';
import { BoxError, removeCarriedOver, sendAnswers, withdraw, type BoxRefusal } from './box-calls.ts';
import { isUnsent, type Note, type Screen } from './screens.ts';
import { findClosedRound, listDrafts, listMeant, startWithCode, startWithKept, startWithLink, type Start } from './start.ts';
import { beginTaking, finishTaking, forgetPending } from './taking.ts';
import { useKeeping, type Keeping } from './use-keeping.ts';
import { receiptOf } from './verify.ts';
import { answersOf, type Draft, type Work } from './work.ts';

/** With what the page was opened. */
export type Opening = Beginning | Signed | Arrival | { readonly roundId: string } | 'damaged' | null;

/** A code, and where it leads. */
export interface Aside {
  readonly code: string;
  readonly place: Place;
}

export interface Answering {
  readonly screen: Screen;
  readonly work: Work | null;
  readonly keeping: Keeping;
  /** The code under which the draft lies, if it does. */
  readonly aside: Aside | null;
  readonly show: (screen: Screen) => void;
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly chooseDevice: (device: Device) => void;
  readonly useCode: (roundId: string, code: string) => Promise<void>;
  readonly useKept: (draft: Draft) => Promise<void>;
  readonly lieUnder: (aside: Aside) => void;
  readonly send: () => Promise<void>;
  readonly sendNow: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
  readonly empty: () => Promise<void>;
}

const refusalOf = (error: unknown): BoxRefusal | 'failed' => (error instanceof BoxError ? error.kind : 'failed');

/** The draft on the page: that of a round which has closed is shown and not worked on. */
const draftOn = (screen: Screen, work: Work | null): Draft | null =>
  screen.kind === 'closed' ? screen.draft : (work?.draft ?? null);

/** Where somebody stands after beginning. */
function screenOf(start: Start): Screen {
  if (start.kind === 'closed') return start;
  if (start.kind !== 'work') return { kind: 'stopped', why: start.why };
  const { draft, device } = start.work;
  if (draft.sendAfter !== null) return { kind: 'waiting' };
  return device === null ? { kind: 'device' } : { kind: 'welcome', isResumed: start.isResumed && draft.route !== null };
}

const unreachable = (): Start => ({ kind: 'refused', why: 'unreachable' });

/** Everything that happens from the opening of the page to the receipt. */
export function useAnswering(opening: Opening): Answering {
  const [screen, show] = useState<Screen>({ kind: 'loading' });
  const [work, setWork] = useState<Work | null>(null);
  const [aside, lieUnder] = useState<Aside | null>(null);
  const keeping = useKeeping(work, isUnsent(screen));

  async function showNothing(note: Note | null, roundId: string | null): Promise<void> {
    setWork(null);
    lieUnder(null);
    show({ kind: 'no-link', ...(await listMeant(roundId)), drafts: await listDrafts(), note });
  }

  function begin(start: Start): void {
    if (start.kind === 'work') setWork(start.work);
    show(screenOf(start));
  }

  // The page begins once with what it was opened with.
  useEffect(() => {
    void open(opening, showNothing, begin).catch(() => show({ kind: 'stopped', why: 'failed' }));
  }, [opening]);

  /** What lies under a code goes with what it was for. */
  async function takeAway({ draft }: Work): Promise<void> {
    if (aside !== null) await removeCarriedOver(draft.ticket.roundId, aside.place.address).catch(() => undefined);
    lieUnder(null);
  }

  async function submit(now: Work): Promise<void> {
    const answers = answersOf(now);
    if (answers === null) return;
    show({ kind: 'review', problem: null, isSending: true });
    try {
      const receipt = await sendAnswers(now.draft.ticket, answers);
      await leaveNothing(now);
      show({ kind: 'sent', receipt });
      setWork({ ...now, draft: { ...now.draft, sendAfter: null, wasSent: true } });
      await leaveNothing(now);
      await takeAway(now);
    } catch (error) {
      const problem = refusalOf(error);
      if (problem === 'not-open') show({ kind: 'closed', round: { ...now.round, isOpen: false }, draft: now.draft });
      else show({ kind: 'review', problem, isSending: false });
    }
  }

  return {
    screen,
    work,
    keeping,
    aside,
    show,
    lieUnder,
    change: (change) => setWork((before) => (before === null ? null : { ...before, draft: change(before.draft) })),
    chooseDevice(device) {
      if (work === null) return;
      setWork({ ...work, device });
      show({ kind: 'welcome', isResumed: false });
    },
    async useCode(roundId, code) {
      const found = await startWithCode(roundId, code);
      if (found === null) return await showNothing('no-such-code', roundId);
      begin(found.start);
      lieUnder({ code, place: found.place });
    },
    useKept: async (draft) => begin(await startWithKept(draft).catch(unreachable)),
    async send() {
      if (work === null) return;
      const seconds = secondsToWait(work.draft.takenAt, Date.now(), roll());
      if (seconds === 0) return await submit(work);
      setWork({ ...work, draft: { ...work.draft, sendAfter: Date.now() + seconds * 1000 } });
      show({ kind: 'waiting' });
    },
    sendNow: async () => (work === null ? undefined : await submit({ ...work, draft: { ...work.draft, sendAfter: null } })),
    async takeBack() {
      if (work === null) return;
      await withdraw(work.draft.ticket);
      await takeAway(work);
      setWork({ ...work, draft: { ...work.draft, wasSent: false } });
      show({ kind: 'withdrawn' });
    },
    async empty() {
      const draft = draftOn(screen, work);
      if (draft !== null) await forget(await receiptOf(draft.ticket.token));
      await showNothing('emptied', draft?.ticket.roundId ?? null);
    },
  };
}

/** What is kept goes before the page says that the answers are in the box, and once more when nothing is kept any longer. */
async function leaveNothing({ draft }: Work): Promise<void> {
  await forget(await receiptOf(draft.ticket.token)).catch(() => undefined);
}

async function open(
  opening: Opening,
  showNothing: (note: Note | null, roundId: string | null) => Promise<void>,
  begin: (start: Start) => void,
): Promise<void> {
  if (opening === 'damaged') return await showNothing('damaged', null);
  if (opening !== null && 'step' in opening) return await goOn(opening, begin);
  if (opening !== null && 'ticket' in opening) return begin(await startWithLink(opening, Date.now()));
  const drafts = await listDrafts();
  const roundId = opening?.roundId ?? null;
  const [only, ...others] = roundId === null ? drafts : drafts.filter(({ ticket }) => ticket.roundId === roundId);
  if (only !== undefined && others.length === 0) return begin(await startWithKept(only));
  const closed = roundId === null || only !== undefined ? null : await findClosedRound(roundId);
  if (closed !== null) return begin({ kind: 'closed', round: closed, draft: null });
  return await showNothing(null, roundId);
}

/** One of the two steps in which a link is taken on this page. */
async function goOn(opening: Beginning | Signed, begin: (start: Start) => void): Promise<void> {
  if (opening.step === 'begin') {
    const why = await beginTaking(opening).catch((error: unknown) => refusalOf(error));
    if (why === 'failed') throw new Error('The link could not be begun');
    if (why !== null) begin({ kind: 'refused', why });
    return;
  }
  const arrival = await finishTaking(opening);
  if (arrival === null) return begin({ kind: 'refused', why: 'link-lost' });
  begin(await startWithLink(arrival, Date.now()));
  forgetPending();
}
