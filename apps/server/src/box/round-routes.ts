import { receivedToPublish } from '@plumbline/analytics/disclosure';
import {
  findBoxRound,
  findCarriedOver,
  keepBallot,
  keepCarriedOver,
  listBoxRounds,
  listReceipts,
  removeCarriedOver,
  withdrawBallot,
  type BoxDatabase,
  type BoxRoundRow,
} from '@plumbline/database';
import type { LocalDate } from '@plumbline/domain/calendar';
import {
  BOX_PROBLEMS,
  LONGEST_CARRIED,
  type BoxProblem,
  type BoxRound,
  type ListedRounds,
  type Manifest,
  type PublishedReceipts,
  type Receipt,
} from '@plumbline/domain/surveys';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AnswersBody, sortAnswers, wordsKeysOf } from './sort-answers.ts';
import { cellThatSigned, receiptOf, TicketBody } from './ticket.ts';

export interface RoundRouteOptions {
  readonly database: BoxDatabase;
  /** Only the day is ever asked for. */
  readonly today: () => LocalDate;
  /** The address of the pages that know who somebody is. */
  readonly mainUrl: () => string;
}

/** Carries an expected refusal to the one place that answers it. */
export class BoxRefusal extends Error {
  override readonly name = 'BoxRefusal';
  readonly problem: BoxProblem;

  constructor(problem: BoxProblem) {
    super(problem);
    this.problem = problem;
  }
}

function refuse(problem: BoxProblem): never {
  throw new BoxRefusal(problem);
}

/** What a refusal answers with; anything unexpected says that it failed, and nothing more. */
export function answerTo(error: unknown): { readonly status: number; readonly body: { readonly problem: string } } {
  if (error instanceof BoxRefusal) return { status: BOX_PROBLEMS[error.problem], body: { problem: error.problem } };
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status === 413) return { status, body: { problem: 'too-large' } };
  return status < 500 ? { status, body: { problem: 'not-valid' } } : { status: 500, body: { problem: 'failed' } };
}

const SentBody = TicketBody.extend({ answers: AnswersBody });
const CarriedBody = TicketBody.extend({
  ciphertext: z
    .string()
    .min(1)
    .max(LONGEST_CARRIED)
    .regex(/^[\w-]+$/),
});
const CarriedKey = z.string().regex(/^[0-9a-f]{64}$/);

/** The calls of the answering page. None knows who asks. */
export function addRoundRoutes(box: FastifyInstance, options: RoundRouteOptions): void {
  const { database } = options;

  box.get('/rounds/:id', async (request): Promise<BoxRound> => {
    const { manifest, manifestHash, instrument, ...round } = await roundOf(request, database);
    return {
      manifest,
      manifestHash,
      instrument,
      isOpen: isOpen({ manifest, ...round }, options.today()),
      mainUrl: options.mainUrl(),
    };
  });

  box.put('/rounds/:id/answers', async (request): Promise<Receipt> => {
    const round = await openRoundOf(request, options);
    const { answers, ...ticket } = read(SentBody, request.body);
    const { token, cell, receipt } = redeemed(round, ticket);
    const sorted = sortAnswers(round, cell, token, answers) ?? refuse('not-valid');
    const formerKeys = wordsKeysOf(round, token);
    const isKept = await keepBallot(database, { roundId: round.id, tokenHash: receipt, cell: cell.id, ...sorted, formerKeys });
    return isKept ? { receipt } : refuse('not-open');
  });

  box.post('/rounds/:id/withdraw', async (request): Promise<{ withdrawn: true }> => {
    const round = await openRoundOf(request, options);
    const { token, receipt } = redeemed(round, read(TicketBody, request.body));
    const formerKeys = wordsKeysOf(round, token);
    const isDone = await withdrawBallot(database, { roundId: round.id, tokenHash: receipt, formerKeys });
    return isDone ? { withdrawn: true } : refuse('not-open');
  });

  box.get('/rounds/:id/receipts', async (request): Promise<PublishedReceipts> => {
    const { id, state, manifest } = await roundOf(request, database);
    if (state !== 'mixed') refuse('not-mixed');
    const { receipts, received } = await listReceipts(database, id);
    const told = receivedToPublish(manifest.cells, received);
    return {
      receipts,
      cells: manifest.cells.map((cell) => ({ id: cell.id, label: cell.label, received: told[cell.id] ?? null })),
    };
  });

  addListOfRounds(box, options);
  addCarryOverRoutes(box, options);
}

/** By name, for whoever comes with a code or a receipt and no link. */
function addListOfRounds(box: FastifyInstance, { database, today }: RoundRouteOptions): void {
  box.get('/rounds', async (): Promise<ListedRounds> => {
    const rounds = await listBoxRounds(database);
    return {
      rounds: rounds.map(({ id, manifest, state }) => {
        const { council, title, closesOn } = manifest;
        return { id, council, title, closesOn, isOpen: isOpen({ manifest, state }, today()) };
      }),
    };
  });
}

function addCarryOverRoutes(box: FastifyInstance, options: RoundRouteOptions): void {
  const { database } = options;
  const keyOf = (request: FastifyRequest): string => read(CarriedKey, (request.params as { key: string }).key);

  box.put('/rounds/:id/carry-over/:key', async (request): Promise<{ kept: true }> => {
    const round = await openRoundOf(request, options);
    const { ciphertext, ...ticket } = read(CarriedBody, request.body);
    // Only whoever may answer takes a place; of the ticket nothing is kept beside the draft.
    redeemed(round, ticket);
    const kept = await keepCarriedOver(database, { roundId: round.id, key: keyOf(request), ciphertext });
    return kept === 'kept' ? { kept: true } : refuse(kept);
  });

  box.get('/rounds/:id/carry-over/:key', async (request) => {
    const { id } = await openRoundOf(request, options);
    return { ciphertext: (await findCarriedOver(database, id, keyOf(request))) ?? refuse('not-found') };
  });

  box.delete('/rounds/:id/carry-over/:key', async (request): Promise<{ removed: true }> => {
    const { id } = await openRoundOf(request, options);
    await removeCarriedOver(database, id, keyOf(request));
    return { removed: true };
  });
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : refuse('not-valid');
}

async function roundOf(request: FastifyRequest, database: BoxDatabase): Promise<BoxRoundRow> {
  const id = z.uuid().safeParse((request.params as { id: string }).id);
  return (id.success ? await findBoxRound(database, id.data) : null) ?? refuse('not-found');
}

async function openRoundOf(request: FastifyRequest, { database, today }: RoundRouteOptions): Promise<BoxRoundRow> {
  const round = await roundOf(request, database);
  return isOpen(round, today()) ? round : refuse('not-open');
}

function isOpen({ state, manifest }: Pick<BoxRoundRow, 'state' | 'manifest'>, today: LocalDate): boolean {
  return state === 'open' && manifest.opensOn <= today && today <= manifest.closesOn;
}

interface Redeemed {
  readonly token: Buffer;
  readonly receipt: string;
  readonly cell: Manifest['cells'][number];
}

function redeemed({ manifest }: BoxRoundRow, ticket: z.infer<typeof TicketBody>): Redeemed {
  const token = Buffer.from(ticket.token, 'base64url');
  const cell = cellThatSigned(manifest, token, Buffer.from(ticket.signature, 'base64url')) ?? refuse('not-signed');
  return { token, receipt: receiptOf(token), cell };
}
