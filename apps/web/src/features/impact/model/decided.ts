import { dateInWords, dateOfInstant } from '@plumbline/analytics/wording';
import type { ImpactView, PublishedResults, Signatures } from './outputs.ts';

/** Something that was decided or signed in the months that are compared, or since. */
export interface Decided {
  readonly key: string;
  readonly on: string;
  readonly title: string;
  readonly detail: string;
  readonly to: { readonly kind: 'results' | 'signature'; readonly id: string };
}

/** What was decided after surveys and which figures were signed, from the first of the months compared on, the latest first. */
export function decidedOf(view: ImpactView, results: PublishedResults, signatures: Signatures): readonly Decided[] {
  const afterSurveys = results.map(({ roundId, title, publishedOn, decisions }): Decided => {
    const { said, decided, refused, changed, checked } = decisions;
    const total = said + decided + refused + changed + checked;
    return {
      key: roundId,
      on: publishedOn,
      title: `After the survey “${title}”`,
      detail:
        total === 0
          ? 'Nothing is decided yet.'
          : `Of ${total} things said: ${total - said} decided, ${refused} of them not to be done, ${changed + checked} changed, ${checked} checked again.`,
      to: { kind: 'results', id: roundId },
    };
  });
  const signed = signatures.map(({ id, service, fromOn, toOn, signedBy, signedAt, actions }): Decided => {
    const agreed =
      actions.length === 0 ? 'no actions agreed' : `${actions.length} ${actions.length === 1 ? 'action' : 'actions'} agreed`;
    return {
      key: id,
      on: dateOfInstant(signedAt),
      title: `Figures signed off for ${service}`,
      detail: `${dateInWords(fromOn)} to ${dateInWords(toOn)}, by ${signedBy}; ${agreed}.`,
      to: { kind: 'signature', id },
    };
  });
  return [...afterSurveys, ...signed]
    .filter(({ on }) => on >= view.before.from)
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.title.localeCompare(b.title));
}
