import { formsAndWordsOf, type GlossaryTerm, type PolicyPack } from '@plumbline/domain/policy';
import { citing, type CitedRow } from './policy-cites.ts';

export interface MeaningModel {
  readonly id: string;
  readonly says: string;
  /** The term with what tells this meaning from the others; null where there is one meaning. */
  readonly qualified: string | null;
  /** What the bare word means. */
  readonly isUsual: boolean;
  /** Rules in which it has this meaning. */
  readonly rules: readonly CitedRow[];
  /** Clauses in which it has this meaning. */
  readonly clauses: readonly string[];
}

/** What a word means in another council's policy. */
export interface ElsewhereModel {
  readonly council: string;
  readonly says: string;
}

/** A word with everything it means here, and what it means to others. */
export interface TermModel {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly meanings: readonly MeaningModel[];
  readonly elsewhere: readonly ElsewhereModel[];
}

/** Words of a policy in alphabetical order. */
export function termsOf(pack: PolicyPack, others: readonly PolicyPack[]): TermModel[] {
  const cite = citing(pack);
  const known = new Set([...pack.rules, ...pack.interpretations].map(({ id }) => id));
  return formsAndWordsOf(pack)
    .glossary.map((term) => ({
      id: idOf(term.term),
      term: term.term,
      also: term.also ?? [],
      meanings: term.meanings.map(({ id, says, qualified, isUsual, usedIn }) => ({
        id,
        says,
        qualified: qualified ?? null,
        isUsual: isUsual === true,
        rules: cite(usedIn.filter((place) => known.has(place))),
        clauses: usedIn.filter((place) => !known.has(place)),
      })),
      elsewhere: others.flatMap((other) => elsewhereIn(other, term)),
    }))
    .toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'));
}

/** A word with several meanings in the other policy as well would only be a list; it is left to that policy's own page. */
function elsewhereIn(other: PolicyPack, { term, meanings }: GlossaryTerm): ElsewhereModel[] {
  if (meanings.length > 1) return [];
  const same = formsAndWordsOf(other).glossary.find((one) => one.term.toLowerCase() === term.toLowerCase());
  const [meaning, ...more] = same?.meanings ?? [];
  return meaning === undefined || more.length > 0 ? [] : [{ council: other.council, says: meaning.says }];
}

function idOf(term: string): string {
  return `word-${term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}
