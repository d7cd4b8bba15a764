import type { PaperPerson, PaperRound } from '@plumbline/domain/surveys';
import { blindNew, unblind, type Blinded } from '../../../respond/model/blind-link.ts';
import { paperFragmentOf, shuffled } from '../../../respond/paper/paper-fragment.ts';
import type { Ticket } from '../../../respond/model/ticket.ts';

interface Signed {
  readonly subjectId: string;
  readonly signature: string;
}

/** What was blinded for whom: kept until it is signed, for where the answer was lost the same values have to be brought again. */
export type MadeForPaper = Map<string, Blinded & { readonly cell: PaperPerson['cell'] }>;

interface MakePaper {
  readonly round: PaperRound;
  readonly people: readonly PaperPerson[];
  readonly made: MadeForPaper;
  readonly sign: (people: { subjectId: string; blinded: string }[]) => Promise<readonly Signed[]>;
  readonly onBlinded: (done: number) => void;
}

/**
 * Makes a ticket for each person as their own browser would, and the address of the printing page with all of them, in an order
 * drawn at random. Whose ticket is whose is known to nobody once this has returned.
 */
export async function makePaper({ round, people, made, sign, onBlinded }: MakePaper): Promise<string> {
  for (const { id, cell } of people) {
    if (!made.has(id)) made.set(id, { ...(await blindNew(cell)), cell });
    onBlinded(made.size);
  }
  const chosen = people.flatMap(({ id }) => made.get(id) ?? []);
  const signed = await sign(people.map(({ id }, i) => ({ subjectId: id, blinded: chosen[i]?.blinded ?? '' })));
  const tickets: Ticket[] = [];
  for (const { subjectId, signature } of signed) {
    const one = made.get(subjectId);
    if (one !== undefined) tickets.push({ roundId: round.id, ...(await unblind(one.cell, one.secret, signature)) });
  }
  const batch = { roundId: round.id, manifestHash: round.manifestHash, tickets: shuffled(tickets) };
  return new URL(paperFragmentOf(batch), round.boxUrl).href;
}
