import type { FocusGroupRecord } from '../record.ts';
import { findDate } from './find-date.ts';
import { plainLines } from './plain-words.ts';
import { sentencesOf } from './propose-band.ts';

/** Letters and digits alone: how a sentence is wrapped or pointed makes no difference. */
function signs(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** What only says what follows: a number, `SupQ`, `A:`, `Facilitator:`. */
const LABEL =
  /^(?:(?:q(?:uestion)?\.?\s*)?\d{1,2}\s*[).:–—-]|\(?sup(?:pl?|plementary)?\.?\s*q(?:uestion)?\.?\s*\d{0,2}\s*[–—:.)-]*|a(?:ns(?:wer)?)?\s*:|[\p{L} -]{3,24}:)\s*/iu;

/** Sentences of a text that stand nowhere in the record made of it. None may be lost without somebody being told. */
export function lostFrom(text: string, record: FocusGroupRecord): string[] {
  const held = signs(
    [
      record.title,
      record.facilitator,
      record.noteTaker,
      record.site,
      record.audience,
      record.groupsMissing,
      record.unplaced,
      ...record.questions.flatMap(({ asked, summary, dissent, supplementary }) => [
        asked,
        summary,
        dissent.kind === 'some' ? dissent.what : '',
        ...supplementary.flatMap(({ question, answer }) => [question, answer]),
      ]),
    ].join('\n'),
  );
  return plainLines(text)
    .flatMap(sentencesOf)
    .filter((sentence) => !isHeld(sentence, held, record));
}

function isHeld(sentence: string, held: string, { heldOn }: FocusGroupRecord): boolean {
  const date = findDate(sentence);
  const left = date !== null && date.on === heldOn ? sentence.replace(date.written, '') : sentence;
  const bare = left.replace(LABEL, '');
  if (signs(left) === '' || /^(?:date|held(?: on)?|on)\s*:?$/i.test(left.trim())) return true;
  return held.includes(signs(left)) || (signs(bare) !== '' && held.includes(signs(bare)));
}
