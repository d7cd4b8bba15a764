import { coderAgreement, type CodedExtractRow, type CodingRow, type CodingView } from '@plumbline/analytics/focus-groups';
import {
  findFocusGroup,
  latestCodebook,
  listCodings,
  listExtracts,
  type WordsTransaction,
  type StoredCoding,
  type StoredExtract,
} from '@plumbline/database';
import { drawnForSecondCoder, STANDARD_CODEBOOK, type Codebook, type FocusGroupRecord } from '@plumbline/domain/focus-groups';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { labelsOf } from '../access/labels.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { GroupInput } from './require-group.ts';

/** The codebook that holds now: the council's own latest, else the shipped one, which has number 0. */
export async function codebookNow(tx: WordsTransaction): Promise<{ readonly number: number; readonly content: Codebook }> {
  return (await latestCodebook(tx)) ?? { number: 0, content: STANDARD_CODEBOOK };
}

/** A group's extracts as one coder sees them. What another made of an extract is shown only once the caller has coded it too. */
export async function viewCoding(caller: Caller, { groupId }: z.infer<typeof GroupInput>): Promise<CodingView> {
  return await inWords(caller, async (tx) => {
    const group = (await findFocusGroup(tx, groupId)) ?? refuse('not-found');
    const extracts = inOrder(await listExtracts(tx, groupId), group.record);
    const codings = await listCodings(tx, groupId);
    const { number, content } = await codebookNow(tx);
    const hasSecond = new Set(codings.filter(({ isSecond }) => isSecond).map(({ extractId }) => extractId));
    const drawn = new Set(
      drawnForSecondCoder(
        extracts.map(({ id }) => id),
        hasSecond,
      ),
    );
    const label = await labelsOf(
      tx,
      codings.map(({ coder }) => coder),
    );
    return {
      groupId,
      title: group.title,
      record: group.record,
      codebook: content,
      codebookNumber: number,
      extracts: extracts.map((extract) =>
        extractRow(extract, codings, { me: caller.signedIn.person, codebook: number, isDrawn: drawn.has(extract.id), label }),
      ),
      agreement: coderAgreement(
        extracts.map(({ id }) => id),
        codings,
        content,
      ),
    };
  });
}

/** As they stand in the record: by question, and within one by their first words. */
function inOrder(extracts: readonly StoredExtract[], { questions }: FocusGroupRecord): StoredExtract[] {
  const placeOf = ({ questionId, words }: StoredExtract): readonly [number, number] => {
    const question = questions.findIndex(({ id }) => id === questionId);
    return [question, questions[question]?.summary.indexOf(words) ?? -1];
  };
  return extracts
    .map((extract) => ({ extract, place: placeOf(extract) }))
    .toSorted((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1])
    .map(({ extract }) => extract);
}

interface Seeing {
  readonly me: string;
  /** Number of the codebook that holds. */
  readonly codebook: number;
  readonly isDrawn: boolean;
  readonly label: Awaited<ReturnType<typeof labelsOf>>;
}

function extractRow(
  extract: StoredExtract,
  codings: readonly StoredCoding[],
  { me, codebook, isDrawn, label }: Seeing,
): CodedExtractRow {
  const of = codings.filter(({ extractId }) => extractId === extract.id);
  const mine = of.find(({ coder }) => coder === me) ?? null;
  const other = of.find(({ coder }) => coder !== me) ?? null;
  const hasFirst = of.some(({ isSecond }) => !isSecond);
  const hasSecond = of.some(({ isSecond }) => isSecond);
  const isSettled = hasFirst && hasSecond && (mine?.codebookNumber ?? codebook) >= codebook;
  const isSecond = mine?.isSecond ?? hasFirst;
  const role = isSettled ? 'done' : isSecond ? 'second' : 'first';
  // The second coder is blind to the first until their own coding stands.
  const isShown = other !== null && (mine !== null || role === 'done');
  const { id, questionId, construct, band, words, isVerbatim } = extract;
  return {
    id,
    questionId,
    construct,
    band,
    words,
    isVerbatim,
    isMine: extract.createdBy === me,
    isDrawn,
    hasFirst,
    hasSecond,
    mine: mine === null ? null : codingRow(mine),
    other: isShown ? { ...codingRow(other), by: label(other.coder) } : null,
    role,
  };
}

function codingRow({ codes, direction, evidence, version }: StoredCoding): CodingRow {
  return { codes, direction, evidence, version };
}

export const viewCodingProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(GroupInput)
  .query(({ ctx, input }) => viewCoding(ctx.caller, input));
