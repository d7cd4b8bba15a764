import type { SubjectReference } from '../../access/require-subject.ts';
import { auditsPart, type ShownAudit } from './audits-part.ts';
import { casePart, discussedInWords, discussionsPart, ENDS_OF_KIND, holdsInSample, type HeldKind } from './child-parts.ts';
import { correctionsPart, type TrailOfKind } from './corrections.ts';
import { dueParts, onTimeInWords } from './due-part.ts';
import { dutiesIn, rowsOf } from './due-rows.ts';
import { aboutIn, headOf, trailIn } from './file-head.ts';
import type { SampleMaterial } from './gather.ts';
import { readsPart } from './reads-part.ts';
import type { SampleFile } from './sample-file.ts';
import { dateOf, dayCell, isInWindow } from './sample-moment.ts';
import { entriesNow, type Entry } from './trail.ts';

const CALLED: Readonly<Record<HeldKind, string>> = {
  child: 'Case',
  allocation: 'Allocation',
  'child-status': 'Status',
  placement: 'Placement',
};
const HELD = Object.keys(CALLED) as HeldKind[];

/** What is read of one child, part by part. */
export function childFile(material: SampleMaterial, subject: SubjectReference, audits: readonly ShownAudit[]): SampleFile {
  const { window, stage, names, ofChildren: of, sessions } = material;
  const isAbout = aboutIn('child', subject);
  const rows = rowsOf(stage, dutiesIn(stage, subject, window));
  const discussions = entriesNow(of.discussion, isAbout);
  const held = Object.fromEntries(HELD.map((kind) => [kind, entriesNow(of[kind], isAbout)])) as unknown as Readonly<
    Record<HeldKind, readonly Entry[]>
  >;
  return {
    ...headOf(material, subject),
    summary: [discussedInWords(discussions, window), onTimeInWords(rows)].filter((words) => words !== null),
    parts: [
      casePart(held, names, window),
      discussionsPart(discussions, names, { sessions, window }),
      ...dueParts(rows, window),
      auditsPart(audits),
      correctionsPart(trailsOf(material, subject), names),
      readsPart(material.reads.get(`child:${subject.ref}`) ?? [], names, window),
    ],
  };
}

function trailsOf({ ofChildren: of, window }: SampleMaterial, subject: SubjectReference): TrailOfKind[] {
  const isAbout = aboutIn('child', subject);
  const held = HELD.map((kind) =>
    trailIn(of[kind], isAbout, {
      isIn: (values) => holdsInSample(kind, values, window),
      called: (values) => `${CALLED[kind]} from ${dayCell(values[ENDS_OF_KIND[kind][0]])}`,
    }),
  );
  const discussed = trailIn(of.discussion, isAbout, {
    isIn: (values) => isInWindow(dateOf(values['discussedOn']), window),
    called: (values) => `Case supervision of ${dayCell(values['discussedOn'])}`,
  });
  return [...held, discussed];
}
