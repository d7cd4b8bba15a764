import { dateInWords, dateOfInstant, timeOfInstant } from '@plumbline/analytics/wording';
import type { SignInPlace } from '../../../app/session/auth-calls.ts';

/** "Chrome on Windows, here" and when it began. */
export function placeWords(place: SignInPlace): { readonly title: string; readonly times: string } {
  const title = place.isThis ? `${place.device} (this one)` : place.device;
  const from = place.address === null || place.address === '' ? '' : `, from ${place.address}`;
  return {
    title,
    times: `Signed in ${momentWords(place.startedAt)}${from}. Last used ${momentWords(place.lastUsedAt)}; ends at ${timeOfInstant(place.endsAt)} if nothing more is done there.`,
  };
}

function momentWords(instant: string): string {
  return `${dateInWords(dateOfInstant(instant))} at ${timeOfInstant(instant)}`;
}
