import type { SubjectReference } from '../../access/require-subject.ts';
import type { ShownAudit } from './audits-part.ts';
import { childFile } from './child-file.ts';
import type { SampleMaterial } from './gather.ts';
import { personFile } from './person-file.ts';
import type { SampleFile } from './sample-file.ts';

/** What is read of one person or child, part by part. */
export function makeFile(material: SampleMaterial, subject: SubjectReference, audits: readonly ShownAudit[]): SampleFile {
  return subject.kind === 'person' ? personFile(material, subject, audits) : childFile(material, subject, audits);
}
