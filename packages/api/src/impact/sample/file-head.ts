import { describedAs } from '@plumbline/analytics/wording';
import type { FactTrail } from '@plumbline/database';
import type { AnyFact } from '@plumbline/domain/facts';
import type { SubjectReference } from '../../access/require-subject.ts';
import { laneSubject } from '../../lanes/lane-subject.ts';
import type { TrailOfKind } from './corrections.ts';
import type { SampleMaterial } from './gather.ts';
import type { SampleFile } from './sample-file.ts';
import type { IsAbout } from './trail.ts';

/** Whose file it is, and what describes them today: flags on a case were not asked for and stay out. */
export function headOf(
  { stage }: SampleMaterial,
  { kind, ref }: SubjectReference,
): Pick<SampleFile, 'kind' | 'label' | 'described'> {
  const { label, descriptors, team } = laneSubject(stage, kind, ref);
  const shown = descriptors.filter((one) => one.kind !== 'flag');
  return { kind, label, described: [describedAs(shown), team ?? ''].filter((part) => part !== '').join(', ') };
}

/** Whether a version of an entry names somebody in a column. */
export function aboutIn(column: string, { ref }: SubjectReference): IsAbout {
  return (values) => values[column] === ref;
}

/** Entries of a kind that were about somebody in the time of a sample, in whatever version. */
export function trailIn(
  trails: readonly FactTrail[],
  isAbout: IsAbout,
  { isIn, called }: { readonly isIn: IsAbout; readonly called: (values: AnyFact) => string },
): TrailOfKind {
  const touches = ({ versions }: FactTrail): boolean => versions.some(({ values }) => isAbout(values) && isIn(values));
  return { trails: trails.filter(touches), isAbout, called };
}
