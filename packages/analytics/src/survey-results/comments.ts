/** Which comments are shown, and how: by question and theme, never beside a score, never with anything about who wrote them. */

/** A theme with fewer stands under "other", and nothing in it is quoted. Source: the rules on free text. */
export const FEWEST_IN_THEME = 3;
/** A count of a theme is a count like any other. */
const FEWEST_COUNTED = 5;

export interface SettledComment {
  /** Random; comments are shown in its order, which is no order. */
  readonly key: string;
  readonly item: string;
  readonly themeId: string | null;
  readonly mayQuote: boolean;
  readonly text: string;
  readonly isParaphrase: boolean;
}

export interface ShownTheme {
  /** Null for what is put together under "other". */
  readonly id: string | null;
  readonly label: string;
  /** How many comments; null where they are fewer than five. */
  readonly count: number | null;
  readonly comments: readonly { readonly text: string; readonly isParaphrase: boolean }[];
}

export interface ShownComments {
  readonly item: string;
  readonly text: string;
  /** Whether ten or more people wrote something. */
  readonly state: 'shown' | 'not-shown';
  readonly themes: readonly ShownTheme[];
}

interface CommentItem {
  readonly item: string;
  readonly text: string;
  /** How many wrote something, whatever became of it. */
  readonly replies: number;
}

/**
 * Released comments as they are published. Below the floor nothing of a question is shown. Words stand as they were written only
 * where the writer allowed it and at least three comments share the theme; otherwise a paraphrase stands there, where there is one.
 */
export function shownComments(
  items: readonly CommentItem[],
  themes: readonly { readonly id: string; readonly item: string; readonly label: string }[],
  comments: readonly SettledComment[],
  floor: number,
): ShownComments[] {
  return items
    .filter(({ replies }) => replies > 0)
    .map(({ item, text, replies }) => {
      if (replies < floor) return { item, text, state: 'not-shown', themes: [] };
      const own = comments.filter((comment) => comment.item === item).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      return {
        item,
        text,
        state: 'shown',
        themes: themesOf(
          own,
          themes.filter((theme) => theme.item === item),
        ),
      };
    });
}

function themesOf(
  comments: readonly SettledComment[],
  themes: readonly { readonly id: string; readonly label: string }[],
): ShownTheme[] {
  const large = themes
    .map(({ id, label }) => ({ id, label, own: comments.filter(({ themeId }) => themeId === id) }))
    .filter(({ own }) => own.length >= FEWEST_IN_THEME)
    .toSorted((a, b) => b.own.length - a.own.length || (a.label < b.label ? -1 : 1));
  const within = new Set(large.map(({ id }) => id));
  const other = comments.filter(({ themeId }) => themeId === null || !within.has(themeId));
  const shown = large.map(({ id, label, own }): ShownTheme => ({ id, label, count: counted(own), comments: worded(own, true) }));
  return other.length === 0 ? shown : [...shown, { id: null, label: 'Other', count: null, comments: worded(other, false) }];
}

function counted(comments: readonly SettledComment[]): number | null {
  return comments.length < FEWEST_COUNTED ? null : comments.length;
}

function worded(comments: readonly SettledComment[], mayQuote: boolean): ShownTheme['comments'] {
  return comments
    .filter((comment) => comment.isParaphrase || (mayQuote && comment.mayQuote))
    .map(({ text, isParaphrase }) => ({ text, isParaphrase }));
}
