/** One opening of a survey: who is asked, in which groups answers are counted, and how far it has come. */
import type { LocalDate } from '../calendar/index.ts';
import type { Answers } from './answers.ts';
import type { RoleFamily } from './role-families.ts';

/**
 * From → event → to. Answers are taken in `open` only; results can be published from `mixed` only, once the answers lie in
 * random order and the keys are gone.
 */
export const ROUND_LIFE = {
  drafted: { freeze: 'frozen', discard: 'discarded' },
  frozen: { thaw: 'drafted', open: 'open', discard: 'discarded' },
  open: { close: 'closed' },
  closed: { mix: 'mixed' },
  mixed: {},
  discarded: {},
} as const;

export type RoundState = keyof typeof ROUND_LIFE;
export type RoundEvent = 'freeze' | 'thaw' | 'open' | 'close' | 'mix' | 'discard';

/** Where an event leads, or null where it may not happen. */
export function nextRoundState(from: RoundState, event: RoundEvent): RoundState | null {
  return (ROUND_LIFE[from] as Partial<Record<RoundEvent, RoundState>>)[event] ?? null;
}

/** Fewest people in a group of which answers are kept apart: source, the rules on unlinkable responses, point 1. */
export const SMALLEST_CELL = 10;

/** A group of people whose answers cannot be told apart: service by role family, merged until it is large enough. */
export interface Cell {
  /** `c1`, `c2` …, in the order of the labels. */
  readonly id: string;
  readonly label: string;
  /** Codes and role families that were put together in it: one of each where nothing was merged. */
  readonly services: readonly string[];
  readonly roleFamilies: readonly RoleFamily[];
  readonly headCount: number;
}

/** One person on the frozen list. */
export interface Invited {
  /** Staff number. */
  readonly person: string;
  readonly service: string;
  readonly roleFamily: RoleFamily;
  readonly team: string;
}

/** What is published when a round opens and anybody can check: the same for everybody. */
export interface Manifest {
  readonly format: 1;
  readonly council: string;
  readonly roundId: string;
  readonly title: string;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  /** SHA-256 of the canonical instrument, in hexadecimal. */
  readonly instrumentHash: string;
  readonly codeVersion: string;
  readonly cells: readonly {
    readonly id: string;
    readonly label: string;
    /** One where nothing was merged: the form can then ask what only this role family is asked. */
    readonly roleFamilies: readonly RoleFamily[];
    readonly headCount: number;
    /** SubjectPublicKeyInfo in base64, and its SHA-256 in hexadecimal. */
    readonly publicKey: string;
    readonly fingerprint: string;
  }[];
}

/** What the box hands over after a round is mixed: answers by cell, in random order. */
export interface CountedBallot {
  readonly cell: string;
  readonly answers: Answers;
}
