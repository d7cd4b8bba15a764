import { z } from 'zod';
import { Agenda } from './agendas.ts';
import { PolicyAgreement } from './agreement.ts';
import { GlossaryTerm } from './glossary.ts';
import { NamedBody, PolicyRole, StatusBanner } from './named-bodies.ts';
import { PolicyEvent, PolicyReason, PolicyStatus, RecordClass } from './statuses.ts';
import { FormTemplate } from './templates.ts';

/**
 * The parts of a policy that are no rules: what forms are made of, what meetings go through, what the council calls things and
 * whom it names. All may be absent, so that a policy which was published without them keeps its hash.
 */
export const FORMS_AND_WORDS = {
  templates: z.array(FormTemplate).optional(),
  agendas: z.array(Agenda).optional(),
  agreements: z.array(PolicyAgreement).optional(),
  statuses: z.array(PolicyStatus).optional(),
  events: z.array(PolicyEvent).optional(),
  reasons: z.array(PolicyReason).optional(),
  recordClasses: z.array(RecordClass).optional(),
  glossary: z.array(GlossaryTerm).optional(),
  namedBodies: z.array(NamedBody).optional(),
  roles: z.array(PolicyRole).optional(),
  banners: z.array(StatusBanner).optional(),
};

const FormsAndWords = z.strictObject(FORMS_AND_WORDS);
export type FormsAndWordsPart = keyof typeof FORMS_AND_WORDS;

/** The same with an empty list for every part that a policy does not have. */
export type FormsAndWords = Required<{ readonly [Part in FormsAndWordsPart]: NonNullable<z.infer<typeof FormsAndWords>[Part]> }>;

export const FORMS_AND_WORDS_PARTS = Object.keys(FORMS_AND_WORDS) as FormsAndWordsPart[];

/** Forms, agendas, agreements and words of a policy, with empty lists for what it does not have. */
export function formsAndWordsOf(pack: Partial<z.infer<typeof FormsAndWords>>): FormsAndWords {
  return Object.fromEntries(FORMS_AND_WORDS_PARTS.map((part) => [part, pack[part] ?? []])) as unknown as FormsAndWords;
}
