import type { SubjectReference } from '../../access/require-subject.ts';
import { absencesBehind, absencesPart } from './absences-part.ts';
import { agreementsIn, agreementsPart } from './agreements-part.ts';
import { auditsPart, type ShownAudit } from './audits-part.ts';
import { correctionsPart, type TrailOfKind } from './corrections.ts';
import { dueParts, onTimeInWords } from './due-part.ts';
import { dutiesIn, rowsOf } from './due-rows.ts';
import { aboutIn, headOf, trailIn } from './file-head.ts';
import type { SampleMaterial } from './gather.ts';
import { linePart } from './line-part.ts';
import { readsPart } from './reads-part.ts';
import type { SampleFile } from './sample-file.ts';
import { dateOf, dayCell, overlaps } from './sample-moment.ts';
import { countsInWords, isSessionInSample, sessionDay, sessionsPart } from './sessions-part.ts';
import { entriesNow, type Entry, type IsAbout } from './trail.ts';

/** What is read of one member of staff, part by part. */
export function personFile(material: SampleMaterial, subject: SubjectReference, audits: readonly ShownAudit[]): SampleFile {
  const { window, stage, names, ofPersons: of, childrenIn } = material;
  const isSupervisee = aboutIn('supervisee', subject);
  const isTheirs = aboutIn('person', subject);
  const duties = dutiesIn(stage, subject, window);
  const rows = rowsOf(stage, duties);
  const sessions = entriesNow(of.session, isSupervisee);
  const agreements = entriesNow(of.agreement, isSupervisee);
  const absences = absencesBehind(entriesNow(of.absence, isTheirs), duties);
  const trails = trailsOf(material, subject, { agreements: agreementsIn(agreements, window), absences });
  return {
    ...headOf(material, subject),
    summary: [countsInWords(sessions, window), onTimeInWords(rows)].filter((words) => words !== null),
    parts: [
      linePart({ posts: entriesNow(of.post, isTheirs), pairs: entriesNow(of['supervision-pair'], isSupervisee) }, names, window),
      sessionsPart(sessions, names, { childrenIn, window }),
      ...dueParts(rows, window),
      absencesPart(absences, names),
      agreementsPart(agreements, names, window),
      auditsPart(audits),
      correctionsPart(trails, names),
      readsPart(material.reads.get(`person:${subject.ref}`) ?? [], names, window),
    ],
  };
}

/** Of agreements and absences the trail of those alone that are shown: the others stay out altogether. */
function trailsOf(
  { ofPersons: of, names, window }: SampleMaterial,
  subject: SubjectReference,
  shown: { readonly agreements: readonly Entry[]; readonly absences: readonly Entry[] },
): TrailOfKind[] {
  const isSupervisee = aboutIn('supervisee', subject);
  const isTheirs = aboutIn('person', subject);
  const holds: IsAbout = (values) => overlaps(dateOf(values['from']), dateOf(values['to']), window);
  return [
    trailIn(of.post, isTheirs, { isIn: holds, called: (values) => `Post from ${dayCell(values['from'])}` }),
    trailIn(of['supervision-pair'], isSupervisee, {
      isIn: holds,
      called: (values) => `Supervision by ${names.person(values['supervisor'])} from ${dayCell(values['from'])}`,
    }),
    trailIn(of.session, isSupervisee, {
      isIn: (values) => isSessionInSample(values, window),
      called: (values) => `Supervision of ${dayCell(sessionDay(values))}`,
    }),
    {
      trails: shown.agreements.map(({ trail }) => trail),
      isAbout: isSupervisee,
      called: (values) => `Agreement of ${dayCell(values['drawnUpOn'])}`,
    },
    {
      trails: shown.absences.map(({ trail }) => trail),
      isAbout: isTheirs,
      called: (values) => `Absence from ${dayCell(values['from'])}`,
    },
  ];
}
