import {
  askedItems,
  keepShown,
  shownItems,
  type Answers,
  type AnswerValue,
  type AskedItem,
  type BoxRound,
  type SupervisionRoute,
} from '@plumbline/domain/surveys';
import type { Device, Ticket } from '../model/ticket.ts';
import type { ManifestCell } from './verify.ts';

/** What somebody has answered so far, and with which link. This, sealed, is all that is ever kept. */
export interface Draft {
  readonly format: 1;
  readonly ticket: Ticket;
  /** What the round is called and until when it is open, so that a device can list what lies on it. */
  readonly title: string;
  readonly closesOn: string;
  /** Fingerprint of the manifest that was checked when the link was first used: a later visit must find the same. */
  readonly manifestHash?: string;
  /** When the link was taken, in milliseconds; null where it came another way. It never leaves the device. */
  readonly takenAt: number | null;
  readonly route: SupervisionRoute | null;
  readonly values: Readonly<Record<string, AnswerValue>>;
  /** The question that the person was at; null: the first. */
  readonly at: string | null;
  /** Answers that wait to be sent: not before this time, in milliseconds. */
  readonly sendAfter: number | null;
  /** Whether answers with this link lie in the box already. */
  readonly wasSent: boolean;
}

/** A draft together with the round that it belongs to. */
export interface Work {
  readonly round: BoxRound;
  readonly cell: ManifestCell;
  readonly device: Device | null;
  readonly draft: Draft;
}

/** Nothing answered yet. */
export function newDraft(round: BoxRound, ticket: Ticket, takenAt: number | null): Draft {
  const { title, closesOn } = round.manifest;
  const { manifestHash } = round;
  return {
    format: 1,
    ticket,
    title,
    closesOn,
    manifestHash,
    takenAt,
    route: null,
    values: {},
    at: null,
    sendAfter: null,
    wasSent: false,
  };
}

/** Whether something that was kept is a draft of this format: another one is left alone. */
export function isDraft(content: unknown): content is Draft {
  return typeof content === 'object' && content !== null && (content as { format?: unknown }).format === 1;
}

/** Everything that may be asked on the route, by the role families of the group; nothing before the route is known. */
export function askedOf({ round, cell, draft }: Work): readonly AskedItem[] {
  return draft.route === null ? [] : askedItems(round.instrument, draft.route, cell.roleFamilies);
}

export function shownOf(work: Work): readonly AskedItem[] {
  return shownItems(askedOf(work), work.draft.values);
}

/** What is sent: the answers to what is shown, none of them empty. */
export function answersOf({ round, cell, draft }: Work): Answers | null {
  if (draft.route === null) return null;
  return keepShown(round.instrument, cell.roleFamilies, { route: draft.route, values: draft.values });
}

/** How many of the questions shown are answered. */
export function countAnswered(work: Work): { readonly answered: number; readonly shown: number } {
  const sent = answersOf(work);
  return { answered: Object.keys(sent?.values ?? {}).length, shown: shownOf(work).length };
}

/** The draft with one answer more, another one, or one less. */
export function withAnswer(draft: Draft, key: string, value: AnswerValue | null): Draft {
  const others = Object.entries(draft.values).filter(([other]) => other !== key);
  return { ...draft, values: Object.fromEntries(value === null ? others : [...others, [key, value]]) };
}
