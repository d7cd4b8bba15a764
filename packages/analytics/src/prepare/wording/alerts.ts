import type { LaneRow, PersonLabel } from '../../compliance/index.ts';

/** "No allocated worker", with who must act. */
export function alertInWords(row: Pick<LaneRow, 'alert' | 'worker'>): { readonly headline: string; readonly act: string } | null {
  if (row.alert === null) return null;
  const act =
    row.alert.actBy === null
      ? 'Nobody is recorded who could act: tell the service manager.'
      : `For ${eitherInWords(row.alert.actBy, row.alert.actWith)} to act.`;
  const worker = row.worker?.name;
  switch (row.alert.kind) {
    case 'no-worker':
      return { headline: 'No allocated worker', act };
    case 'worker-away':
      return {
        headline: worker === undefined ? 'The allocated worker is away' : `${worker}, the allocated worker, is away`,
        act,
      };
    case 'no-supervisor':
      return {
        headline:
          worker === undefined
            ? 'The allocated worker has no current supervisor'
            : `${worker}, the allocated worker, has no current supervisor`,
        act,
      };
  }
}

/** One name, or both of two who share a post's management: "T. Marlow or R. Ashdown". */
export function eitherInWords(one: Pick<PersonLabel, 'name'>, other: Pick<PersonLabel, 'name'> | null): string {
  return other === null ? one.name : `${one.name} or ${other.name}`;
}
