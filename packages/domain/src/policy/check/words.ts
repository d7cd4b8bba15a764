import { formsAndWordsOf, type FormsAndWords } from '../forms-and-words.ts';
import type { GlossaryTerm } from '../glossary.ts';
import type { PolicyPack } from '../pack.ts';
import { unknownOurCode } from './form-codes.ts';
import { twice } from './forms.ts';
import { aboutPack, listed, type Remark } from './remark.ts';

/** Statuses, events, reasons and words that stand for nothing, words that stand for several things, and bodies that are gone. */
export function wordsIn(pack: PolicyPack): Remark[] {
  const all = formsAndWordsOf(pack);
  return [
    ...codesOfWords(all),
    ...askedWhen(all),
    ...all.glossary.flatMap((term, at) => meaningsOf(term, at)),
    ...all.glossary.flatMap((term, at) => ambiguousUses(pack, term, at)),
    ...superseded(all),
  ];
}

function codesOfWords(all: FormsAndWords): Remark[] {
  const named = [
    ...(['statuses', 'events', 'recordClasses'] as const).flatMap((part) =>
      all[part].map(({ ours }, at) => ({ code: ours, path: `${part}.${at}.ours` })),
    ),
    ...all.roles.map(({ ours }, at) => ({ code: ours === null ? null : `post.role:${ours}`, path: `roles.${at}.ours` })),
    ...all.reasons.flatMap(({ feeds, choices }, at) => [
      { code: feeds, path: `reasons.${at}.feeds` },
      ...(choices ?? []).map(({ ours }, i) => ({ code: ours, path: `reasons.${at}.choices.${i}.ours` })),
    ]),
  ];
  const unknown = named.flatMap(({ code, path }) => {
    const message = code === null ? null : unknownOurCode(code);
    return message === null ? [] : [aboutPack('problem', 'unknown-code', path, message)];
  });
  const outcomes = all.statuses.flatMap(({ of, ours }) => (of === 'session' && ours !== null ? [ours] : []));
  return [
    ...unknown,
    ...twice(outcomes).map((code) =>
      aboutPack('problem', 'same-id', 'statuses', `Two words stand for ${code}; the log can show one.`),
    ),
  ];
}

function askedWhen(all: FormsAndWords): Remark[] {
  const known = all.statuses.map(({ id }) => id);
  return all.reasons.flatMap(({ askedWhen: statuses, title }, at) =>
    (statuses ?? [])
      .filter((id) => !known.includes(id))
      .map((id) =>
        aboutPack(
          'problem',
          'unknown-code',
          `reasons.${at}.askedWhen`,
          `"${title}" is asked in a status "${id}" that there is not.`,
        ),
      ),
  );
}

function meaningsOf({ term, meanings }: GlossaryTerm, at: number): Remark[] {
  const remarks = twice(meanings.map(({ id }) => id)).map((id) =>
    aboutPack('problem', 'same-id', `glossary.${at}`, `Two meanings of "${term}" are called "${id}".`),
  );
  if (meanings.length > 1)
    meanings.forEach(({ qualified, id }, m) => {
      if (qualified === undefined)
        remarks.push(
          aboutPack(
            'problem',
            'ambiguous-word',
            `glossary.${at}.meanings.${m}`,
            `"${term}" has several meanings; say how "${id}" is told apart from the others.`,
          ),
        );
    });
  if (meanings.filter(({ isUsual }) => isUsual).length > 1)
    remarks.push(aboutPack('problem', 'ambiguous-word', `glossary.${at}`, `Only one meaning of "${term}" can be the usual one.`));
  return remarks;
}

/** A sentence of ours, what it belongs to, and under which clause. */
interface Saying {
  readonly id: string;
  readonly clause: string;
  readonly text: string;
}

/** Where a word with several meanings, none of them the usual one, stands by itself and nothing says which is meant. */
function ambiguousUses(pack: PolicyPack, { term, meanings }: GlossaryTerm, at: number): Remark[] {
  if (meanings.length < 2 || meanings.some(({ isUsual }) => isUsual)) return [];
  const known = new Set(meanings.flatMap(({ usedIn }) => usedIn));
  const told = meanings.flatMap(({ qualified }) => (qualified === undefined ? [] : [qualified.toLowerCase()]));
  const bare = new RegExp(String.raw`(?<![\w-])${RegExp.escape(term.toLowerCase())}(?![\w-])`);
  const places = sayingsOf(pack)
    .filter(({ id, clause, text }) => {
      const left = told.reduce((words, form) => words.replaceAll(form, ' '), text.toLowerCase());
      return bare.test(left) && !known.has(id) && !known.has(clause);
    })
    .map(({ id }) => id);
  if (places.length === 0) return [];
  const distinct = [...new Set(places)];
  const shown = distinct.slice(0, 8);
  const rest = distinct.length > shown.length ? ` and ${distinct.length - shown.length} more` : '';
  const message = `"${term}" means ${listed(told)} here. These use it and do not say which: ${shown.join(', ')}${rest}.`;
  return [aboutPack('note', 'ambiguous-word', `glossary.${at}`, message)];
}

function sayingsOf(pack: PolicyPack): Saying[] {
  return [
    ...pack.rules.map((rule) => ({
      id: rule.id,
      clause: rule.clause,
      text: [rule.says, rule.appliesTo, rule.auditQuestion ?? '', rule.kind === 'evidence' ? rule.asks : ''].join(' '),
    })),
    ...pack.interpretations.map(({ id, question, reading, alternative }) => ({
      id,
      clause: id,
      text: [question, reading, alternative ?? ''].join(' '),
    })),
    ...pack.silences.map(({ topic, says }) => ({ id: topic, clause: topic, text: says })),
  ];
}

function superseded({ namedBodies }: FormsAndWords): Remark[] {
  return namedBodies.flatMap(({ name, superseded: gone }, at) =>
    gone === undefined
      ? []
      : [
          aboutPack(
            'note',
            'superseded',
            `namedBodies.${at}`,
            `The policy names ${name}. ${gone.says}${gone.by === null ? '' : ` Now: ${gone.by}.`}`,
          ),
        ],
  );
}
