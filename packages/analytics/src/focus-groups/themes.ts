import {
  FEWEST_FOR_A_THEME,
  presentCode,
  quote,
  standsIn,
  type Band,
  type Codebook,
  type Coding,
  type Direction,
  type EvidenceGrade,
  type Extract,
  type FocusGroupRecord,
  type Quotation,
  type Theme,
} from '@plumbline/domain/focus-groups';
import { presentCodes } from './agreement.ts';

/** A group whose extracts count: agreed by its members, so that all may read it. */
export interface ThemedGroup {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string | null;
  readonly record: Pick<FocusGroupRecord, 'audience' | 'site' | 'present' | 'questions'>;
}

export interface ThemeQuote {
  readonly quotation: Quotation;
  readonly isVerbatim: boolean;
  readonly direction: Direction;
  readonly evidence: EvidenceGrade;
  readonly band: Band | null;
}

export interface CountedTheme {
  readonly theme: Theme;
  readonly extracts: number;
  readonly directions: Readonly<Record<Direction, number>>;
  readonly grades: Readonly<Record<EvidenceGrade, number>>;
  /** Group by group, in the order given: a trend, since each group has its day. */
  readonly byGroup: readonly {
    readonly id: string;
    readonly title: string;
    readonly heldOn: string | null;
    readonly extracts: number;
  }[];
  readonly quotes: readonly ThemeQuote[];
}

export interface ThemeCounts {
  readonly themes: readonly CountedTheme[];
  /** Themes from too few extracts, together: how many themes, and how many extracts where there are enough of them to say. */
  readonly other: { readonly themes: number; readonly extracts: number | null };
}

/**
 * Themes with their extracts, by the first coder's coding. Codes merged long ago count under what they are now. A theme from
 * fewer than three extracts goes to "other" with what is said in it.
 */
export function countThemes(
  themes: readonly Theme[],
  groups: readonly ThemedGroup[],
  extracts: readonly Extract[],
  codings: readonly Coding[],
  codebook: Codebook,
): ThemeCounts {
  const firsts = new Map(codings.filter(({ isSecond }) => !isSecond).map((coding) => [coding.extractId, coding]));
  const counted = themes.map((theme) => countTheme(theme, groups, extracts, firsts, codebook));
  const small = counted.filter(({ shown }) => shown.extracts < FEWEST_FOR_A_THEME);
  // One extract under two small themes is one.
  const inSmall = new Set(small.flatMap(({ found }) => found)).size;
  return {
    themes: counted
      .flatMap(({ shown }) => (shown.extracts >= FEWEST_FOR_A_THEME ? [shown] : []))
      .toSorted((one, other) => other.extracts - one.extracts),
    other: { themes: small.length, extracts: inSmall >= FEWEST_FOR_A_THEME ? inSmall : null },
  };
}

function countTheme(
  theme: Theme,
  groups: readonly ThemedGroup[],
  extracts: readonly Extract[],
  firsts: ReadonlyMap<string, Coding>,
  codebook: Codebook,
): { readonly shown: CountedTheme; readonly found: readonly string[] } {
  const wanted = new Set(theme.codes.map((code) => presentCode(codebook, code)));
  const found = extracts.flatMap((extract) => {
    const coding = firsts.get(extract.id);
    const group = groups.find(({ id }) => id === extract.groupId);
    if (coding === undefined || group === undefined) return [];
    return [...presentCodes(coding, codebook)].some((code) => wanted.has(code)) ? [{ extract, coding, group }] : [];
  });
  const tally = <Key extends string>(keys: readonly Key[], of: (one: (typeof found)[number]) => Key) =>
    Object.fromEntries(keys.map((key) => [key, found.filter((one) => of(one) === key).length])) as Record<Key, number>;
  const shown: CountedTheme = {
    theme,
    extracts: found.length,
    directions: tally(['positive', 'negative', 'mixed'], ({ coding }) => coding.direction),
    grades: tally(['E0', 'E1', 'E2', 'E3'], ({ coding }) => coding.evidence),
    byGroup: groups.map(({ id, title, heldOn }) => ({
      id,
      title,
      heldOn,
      extracts: found.filter(({ group }) => group.id === id).length,
    })),
    quotes: found
      // Words that members had taken out of the record are quoted no more.
      .filter(({ extract: { words, questionId }, group }) => words !== '' && standsIn(group.record, questionId ?? '', words))
      .map(({ extract, coding, group }) => ({
        quotation: quote(group.record, extract.words),
        isVerbatim: extract.isVerbatim,
        direction: coding.direction,
        evidence: coding.evidence,
        band: extract.band,
      })),
  };
  return { shown, found: found.map(({ extract }) => extract.id) };
}
