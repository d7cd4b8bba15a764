import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { ImportConcern } from '../../compliance/index.ts';
import { recordedInWords } from './dates.ts';

/** What speaks against applying a file, in words, and what somebody says who applies it all the same. */
export interface ImportConcernWords {
  readonly title: string;
  readonly text: string;
  /** Beside a box to tick. */
  readonly yes: string;
}

function leftOut({ ended, of }: { readonly ended: number; readonly of: number }, title: string): string {
  const all = of.toLocaleString('en-GB');
  if (ended === of) return `It lists none of the ${all} ${title} that are going on, and they would end.`;
  return `Of ${all} ${title} that are going on it does not list ${ended.toLocaleString('en-GB')}, and they would end.`;
}

/** Words for one concern about a file of a kind. */
export function importConcernWords(concern: ImportConcern, kind: FactKindName): ImportConcernWords {
  const of = kindOf(kind).title.toLowerCase();
  switch (concern.kind) {
    case 'ends-many': {
      const ended = concern.ended.toLocaleString('en-GB');
      return {
        title: 'This file leaves much out',
        text: `${leftOut(concern, of)} That is more often half a file than a great change. If it is only part of the list, bring it in again and say so: then it ends nothing.`,
        yes: `Yes, these ${ended} have ended`,
      };
    }
    case 'newer-applied':
      return {
        title: 'A newer file has been applied already',
        text: `“${concern.fileName}” also holds ${of}. It was brought in after this file and applied at ${recordedInWords(concern.appliedAt)}. Applying this one would put older values over it.`,
        yes: 'Yes, this file is the right one',
      };
    case 'changed-since':
      return {
        title: 'What this file would change is not what was shown before',
        text: 'Something was recorded since it was read. The counts and rows here are worked out anew: look at them again.',
        yes: 'Yes, I have looked at them again',
      };
  }
}
