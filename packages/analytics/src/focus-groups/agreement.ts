import { presentCode, type Codebook, type Coding } from '@plumbline/domain/focus-groups';
import { cohenKappa, type Agreement } from '../statistics/kappa.ts';

/** Below this, a code is said anew rather than averaged away. */
export const LEAST_KAPPA = 0.6;

/** How two coders used one code over the extracts that both coded. */
export interface CodeAgreement {
  readonly code: string;
  readonly name: string;
  /** Extracts to which the first, the second and both gave it. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Kappa with raw agreement beside it; kappa is null where chance alone would agree wholly. */
  readonly agreement: Agreement;
  readonly needsRedefining: boolean;
}

export interface CoderAgreement {
  readonly extracts: number;
  readonly doubleCoded: number;
  /** 0 to 1. */
  readonly share: number;
  readonly codes: readonly CodeAgreement[];
}

/**
 * Agreement of the first and the second coder, code by code: given or not given to each extract that both coded. Merged
 * codes count under what they were merged into. Codes that neither gave to any of them are left out: nothing is known of
 * them. Source: Cohen 1960, without weights.
 */
export function coderAgreement(extractIds: readonly string[], codings: readonly Coding[], codebook: Codebook): CoderAgreement {
  const pairs = pairsOf(codings, codebook);
  const used = new Set(pairs.flatMap(({ first, second }) => [...first, ...second]));
  const order = [
    ...codebook.codes.map(({ id }) => id),
    ...[...used].filter((id) => !codebook.codes.some((code) => code.id === id)),
  ];
  const codes = order
    .filter((id) => used.has(id))
    .flatMap((code): CodeAgreement[] => {
      const given = pairs.map(
        ({ first, second }) => [first.has(code) ? 'given' : 'not', second.has(code) ? 'given' : 'not'] as const,
      );
      const agreement = cohenKappa(given, ['not', 'given'], { weights: 'none' });
      if (agreement === null) return [];
      return [
        {
          code,
          name: codebook.codes.find(({ id }) => id === code)?.name ?? code,
          first: given.filter(([one]) => one === 'given').length,
          second: given.filter(([, other]) => other === 'given').length,
          both: given.filter(([one, other]) => one === 'given' && other === 'given').length,
          agreement,
          needsRedefining: agreement.kappa !== null && agreement.kappa < LEAST_KAPPA,
        },
      ];
    });
  const doubleCoded = pairs.length;
  return {
    extracts: extractIds.length,
    doubleCoded,
    share: extractIds.length === 0 ? 0 : doubleCoded / extractIds.length,
    codes,
  };
}

interface Pair {
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
}

function pairsOf(codings: readonly Coding[], codebook: Codebook): Pair[] {
  const seconds = new Map(codings.filter(({ isSecond }) => isSecond).map((coding) => [coding.extractId, coding]));
  return codings
    .filter(({ isSecond }) => !isSecond)
    .flatMap((first) => {
      const second = seconds.get(first.extractId);
      if (second === undefined) return [];
      return [{ first: presentCodes(first, codebook), second: presentCodes(second, codebook) }];
    });
}

/** The codes of a coding as they are called today. */
export function presentCodes({ codes }: Pick<Coding, 'codes'>, codebook: Codebook): Set<string> {
  return new Set(codes.map((code) => presentCode(codebook, code)));
}
