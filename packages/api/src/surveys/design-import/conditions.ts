import { answersOffered, type Item } from '@plumbline/domain/surveys';

/** A condition of the kind known here is short. */
const LONGEST = 2000;

type ShownWhen = NonNullable<Item['shownWhen']>;

/** `{q} = 'a'`, `{q} contains 'a'`, `{q} anyof ['a', 'b']`: SurveyJS. */
const SURVEY_JS = /^\(?\s*\{([^{}]+)\}\s*(?:=|==|contains|anyof)\s*(\[[^\]]*\]|'[^']*'|"[^"]*"|[\w-]+)\s*\)?$/i;
/** `((Q1.NAOK == "A1"))`, `Q1.NAOK == "A1" or Q1.NAOK == "A2"`: LimeSurvey. */
const LIME = /^([A-Za-z]\w*)(?:\.NAOK|\.shown)?\s*==\s*["']([^"']*)["']$/;

/**
 * The condition of another tool where it is of the one kind known here: shown where one earlier question has one of these answers.
 * Null for every other kind.
 */
export function conditionOf(text: string, earlier: readonly Item[], idOf: (code: string) => string): ShownWhen | null {
  const named = text.length > LONGEST ? null : (surveyJs(text) ?? lime(text));
  if (named === null) return null;
  const item = earlier.find(({ id }) => id === idOf(named.code));
  const offered = item === undefined ? null : answersOffered(item);
  const answers = named.answers.map(idOf);
  if (item === undefined || offered === null || answers.length === 0) return null;
  return answers.every((answer) => offered.some(({ id }) => id === answer)) ? { item: item.id, answers } : null;
}

interface Named {
  readonly code: string;
  readonly answers: readonly string[];
}

function surveyJs(text: string): Named | null {
  const found = SURVEY_JS.exec(text.trim());
  if (found === null) return null;
  const [, code = '', value = ''] = found;
  const answers = value.startsWith('[') ? value.slice(1, -1).split(',') : [value];
  return {
    code,
    answers: answers.map((answer) => answer.trim().replaceAll(/^['"]|['"]$/g, '')).filter((answer) => answer !== ''),
  };
}

function lime(text: string): Named | null {
  const parts = text
    .replaceAll(/[()]/g, ' ')
    .split(/\bor\b/i)
    .map((part) => LIME.exec(part.trim()));
  const [first] = parts;
  if (first?.[1] === undefined || parts.some((part) => part === null || part[1] !== first[1])) return null;
  return { code: first[1], answers: parts.flatMap((part) => part?.[2] ?? []) };
}
