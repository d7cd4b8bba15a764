import type { PaperPerson, PaperRound } from '@plumbline/domain/surveys';
import { blindNew, type Blinded } from '../../../respond/link/take-link.ts';
import { paperFragmentOf, shuffled } from '../../../respond/paper/paper-fragment.ts';
import type { Ticket } from '../../../respond/model/ticket.ts';

interface Signed {
  readonly subjectId: string;
  readonly signature: string;
}

interface MakePaper {
  readonly round: PaperRound;
  readonly people: readonly PaperPerson[];
  readonly sign: (people: { subjectId: string; blinded: string }[]) => Promise<readonly Signed[]>;
  readonly onBlinded: (done: number) => void;
}

/**
 * Makes a ticket for each person as their own browser would, and the address of the printing page with all of them, in an order
 * drawn at random. Whose ticket is whose is known to nobody once this has returned.
 */
export async function makePaper({ round, people, sign, onBlinded }: MakePaper): Promise<string> {
  const blinded = new Map<string, Blinded>();
  for (const { id, cell } of people) {
    blinded.set(id, await blindNew(cell));
    onBlinded(blinded.size);
  }
  const signed = await sign([...blinded].map(([subjectId, one]) => ({ subjectId, blinded: one.blinded })));
  const tickets: Ticket[] = [];
  for (const { subjectId, signature } of signed) {
    const one = blinded.get(subjectId);
    if (one !== undefined) tickets.push({ roundId: round.id, ...(await one.finish(signature)) });
  }
  const batch = { roundId: round.id, manifestHash: round.manifestHash, tickets: shuffled(tickets) };
  return new URL(paperFragmentOf(batch), round.boxUrl).href;
}
