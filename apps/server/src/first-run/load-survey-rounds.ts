import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  addDesignVersion,
  createDesign,
  findDesign,
  findRound,
  inCouncil,
  keepBallot,
  listCells,
  listInvitations,
  listRounds,
  loadBook,
  markIssued,
  type CouncilTransaction,
  type KeyedWords,
} from '@plumbline/database';
import { demoCast, INVENTED_COMMENTS, INVENTED_DECISIONS, makeBallots, type PackId } from '@plumbline/demo';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { fullForm, instrumentHash, pulseOf, standardInstrument, type Instrument } from '@plumbline/domain/surveys';
import { settleComments } from './settle-comments.ts';
import { office, type SurveyLoading } from './survey-office.ts';

export interface SurveyDemonstration extends Omit<SurveyLoading, 'cast'> {
  readonly packId: PackId;
  /** Whether its comments have been read; a test of reading them says no. */
  readonly isScreened?: boolean;
}

/** Days from closing to publishing, and for how long people could answer before it. */
const PUBLISHED_AFTER = 9;
const OPEN_FOR = 18;

/** Of the full form, what a small council can be shown by service. */
const ASKED: ReadonlySet<string> = new Set(
  '1a 1c 2a 3a 3c 3e 3g 4a 4e 6a 6e 6f 8a 8b 8d 8e 8e-what 9a 10a-time 10a-paperwork 10c 10d 12b 12c 13a 13c 13d'.split(' '),
);

/**
 * Gives a demonstration council a survey round that is closed, published and talked over, and one that is open. Both are made by
 * the same calls that pages make, on earlier days, so that they hold nothing that a real round would not.
 */
export async function loadSurveyRounds({ packId, isScreened = true, ...rest }: SurveyDemonstration): Promise<void> {
  const loading = { ...rest, cast: demoCast(packId) };
  const { services, councilId, today } = loading;
  if ((await inCouncil(services.database, councilId, listRounds)).length > 0) return;
  // Where the database is set to keep times or copies no round may be opened, an invented one neither.
  if (((await services.box?.obstacles()) ?? ['none']).length > 0) return;
  const closedOn = today - PUBLISHED_AFTER;
  const form = { ...fullForm, items: fullForm.items.filter(({ id }) => ASKED.has(id)) };
  const closed = await openRound(loading, {
    title: 'How supervision goes',
    form,
    opensOn: closedOn - OPEN_FOR,
    closesOn: closedOn,
  });
  await answer(loading, closed, { share: 1, words: true, on: closedOn - 4 });
  await close(loading, closed, closedOn);
  await office(loading, today).surveyResults.publish({
    roundId: closed,
    baseSequence: 0,
    choice: null,
    idempotencyKey: randomUUID(),
  });
  if (isScreened) await settleComments(loading, closed);
  await decide(loading, closed, closedOn);
  const pulse = pulseOf(standardInstrument);
  const open = await openRound(loading, { title: 'A short look back', form: pulse, opensOn: today - 2, closesOn: today + 12 });
  await answer(loading, open, { share: 0.4, words: false, on: today - 1 });
}

interface Planned {
  readonly title: string;
  readonly form: Instrument;
  readonly opensOn: Day;
  readonly closesOn: Day;
}

async function openRound(loading: SurveyLoading, { title, form, opensOn, closesOn }: Planned): Promise<string> {
  const { services, councilId, cast } = loading;
  const { surveyRounds } = office(loading, opensOn);
  const persons = (['principal-social-worker', 'service-manager', 'administrator'] as const).map(
    (role) => cast.find((one) => one.role === role)?.personRef ?? '',
  );
  const { designId, people } = await inCouncil(services.database, councilId, async (tx) => ({
    designId: await publishForm(tx, title, form, persons[0] ?? 'system'),
    people: await labelsOf(tx, persons),
  }));
  const [lead = '', manager = '', administrator = ''] = people;
  const planned = await surveyRounds.create({
    designId,
    version: 1,
    title,
    opensOn: formatDay(opensOn),
    closesOn: formatDay(closesOn),
    reportBy: formatDay(closesOn + 14),
    paperBy: [administrator],
    screeners: [lead, manager],
    safeguardingTo: manager,
    idempotencyKey: randomUUID(),
  });
  const roundId = planned.id;
  const frozen = await surveyRounds.freeze({ roundId, baseVersion: planned.version, idempotencyKey: randomUUID() });
  await surveyRounds.open({ roundId, baseVersion: frozen.version, idempotencyKey: randomUUID() });
  return roundId;
}

async function publishForm(tx: CouncilTransaction, title: string, form: Instrument, by: string): Promise<string> {
  const id = randomUUID();
  const instrument = { ...form, title };
  await createDesign(tx, { id, origin: 'full', draft: instrument, by });
  const design = await findDesign(tx, id, true);
  if (design === null) throw new Error('The survey form of the demonstration was not kept.');
  await addDesignVersion(tx, design, { number: 1, instrument, contentHash: instrumentHash(instrument), by });
  return id;
}

async function labelsOf(tx: CouncilTransaction, persons: readonly string[]): Promise<string[]> {
  const book = await loadBook(tx, { persons: [...persons] });
  return persons.map((person) => book.id('person', person));
}

interface Answering {
  /** Of those who answer at all, how many have. */
  readonly share: number;
  readonly words: boolean;
  readonly on: Day;
}

/** Marks as many one-time links as made as there are answers in each group, and puts the answers into the box. */
async function answer(loading: SurveyLoading, roundId: string, { share, words, on }: Answering): Promise<void> {
  const { services, councilId, cast, seed } = loading;
  const found = await inCouncil(services.database, councilId, async (tx) => {
    const round = await findRound(tx, roundId);
    const cells = await listCells(tx, roundId);
    const all = makeBallots({ seed: `${seed}/${round?.title ?? ''}`, instrument: round?.instrument ?? fullForm, cells });
    const made = cells.flatMap(({ id }) => {
      const own = all.filter(({ cell }) => cell === id);
      return own.slice(0, Math.ceil(own.length * share));
    });
    const invited = await listInvitations(tx, roundId);
    const known = new Set(cast.map(({ personRef }) => personRef));
    for (const { id } of cells) {
      const others = invited.filter(({ cell, person }) => cell === id && !known.has(person));
      const wanted = made.filter(({ cell }) => cell === id).length;
      for (const { person } of others.slice(0, wanted))
        await markIssued(tx, { roundId, person, on: formatDay(on), how: 'self', blindedHash: randomBytes(32).toString('hex') });
    }
    return made;
  });
  for (const [i, { cell, answers }] of found.entries()) {
    const tokenHash = createHash('sha256').update(randomBytes(64)).digest('hex');
    await keepBallot(loading.box, {
      roundId,
      tokenHash,
      cell,
      answers,
      words: words ? wordsAt(loading, i, found.length) : [],
      formerKeys: [],
    });
  }
}

/** What the reply at a place wrote in words: each invented comment stands in one reply. */
function wordsAt({ cast }: SurveyLoading, at: number, replies: number): KeyedWords[] {
  const colleague = cast.find(({ role }) => role === 'team-manager')?.name ?? '';
  return INVENTED_COMMENTS.filter((_, i) => i % replies === at).map(({ item, text, mayQuote }) => ({
    key: randomBytes(32).toString('hex'),
    item,
    text: text.replace('{colleague}', colleague),
    mayQuote,
  }));
}

async function close(loading: SurveyLoading, roundId: string, on: Day): Promise<void> {
  const { surveyRounds } = office(loading, on);
  const { version } = await surveyRounds.get({ roundId });
  await surveyRounds.close({ roundId, baseVersion: version, idempotencyKey: randomUUID() });
}

/** Keeps what was decided, as far as the days of it have come. */
async function decide(loading: SurveyLoading, roundId: string, closedOn: Day): Promise<void> {
  const { surveyResults, surveyDecisions } = office(loading, loading.today);
  const { latest, comments } = await surveyResults.get({ roundId });
  const known = new Set(latest?.release.questions.map(({ key }) => key));
  const themes = new Map(comments.questions.flatMap((one) => one.themes.map(({ id, label }) => [label, id] as const)));
  const dated = (step: { readonly text: string; readonly afterDays: number } | null) =>
    step === null ? null : { text: step.text, on: formatDay(closedOn + step.afterDays) };
  for (const { said, questions, themes: labels, decided, changed, checked } of INVENTED_DECISIONS) {
    const entry = {
      said,
      questions: questions.filter((key) => known.has(key)),
      themes: labels.flatMap((label) => themes.get(label) ?? []),
      focusTheme: null,
      decided:
        decided?.kind === 'will'
          ? { kind: 'will' as const, text: decided.text, by: decided.by, byWhen: formatDay(closedOn + decided.withinDays) }
          : decided,
      changed: dated(changed),
      checked: dated(checked),
    };
    await surveyDecisions.save({ roundId, decisionId: null, baseVersion: 0, entry, idempotencyKey: randomUUID() });
  }
}
