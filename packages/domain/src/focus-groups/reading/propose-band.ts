import type { Band } from '../record.ts';

/** How many a sentence seems to speak for, with the words that say so. Only ever a proposal: somebody decides. */
export interface BandProposal {
  readonly band: Band;
  /** The words in which it was found, whole. */
  readonly because: string;
}

/** Who is meant, up to one word of description before it: "one newer manager". */
const WHO =
  '(?:\\p{L}+ )?(?:managers?|staff|workers?|people|person|members?|colleagues?|carers?|practitioners?|participants?|supervisors?|officers?)';
const SAID =
  '(?:said|says|felt|feel|thought|think|cited|gave|give|had|have|mentioned|told|described|added|reported|were|was|are|knew|know|agreed|agree|asked|wanted|saw|found|used|did)';
const OF_US = '(?:of (?:the |those |our )?(?:group|them|us|those|present|room)|of the (?:\\p{L}+ )?\\p{L}+)';

/** Where a sentence, or a part of one, begins: "in most cases" says nothing about how many people. */
const BEGINS = '(?:^|[,;:–—(] *|\\b(?:and|but|while|although|that|however),? )';

function sign(words: string, isFollowed = true): RegExp {
  const after = isFollowed ? ` (?:${SAID}\\b|${OF_US}|(?:the |our |those )?${WHO}\\b|present\\b|in the room\\b)` : '\\b';
  return new RegExp(`${BEGINS}(?:${words})${after}`, 'iu');
}

const SIGNS: readonly (readonly [Band, RegExp])[] = [
  ['all', sign('all|every|both')],
  ['all', sign('everyone|everybody|nobody disagreed|it was (?:unanimous|agreed by all)', false)],
  ['most', sign('most|nearly all|almost all|the majority|a majority')],
  ['some', sign('not all|some|several|a few|a couple|a number|two|three|four')],
  ['some', sign('not everyone|not everybody|others', false)],
  ['one', sign('one|another|a|an')],
];

/** Sentences of a text; points of a list and lines stand for themselves. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=\S)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Every sentence that says for how many it speaks. Sentences that say nothing of it are not in the list. */
export function proposeBands(text: string): BandProposal[] {
  const found: BandProposal[] = [];
  for (const because of sentencesOf(text)) {
    const bare = because.replace(/^• */, '');
    const hits = SIGNS.flatMap(([band, pattern]) => {
      const at = bare.search(pattern);
      return at === -1 ? [] : [{ band, at }];
    });
    // Whoever the sentence speaks of first is whom it speaks for.
    const first = hits.toSorted((one, other) => one.at - other.at)[0];
    if (first !== undefined) found.push({ band: first.band, because: bare });
  }
  return found;
}
