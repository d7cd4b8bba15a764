import { z } from 'zod';
import { Cites, Clause, FormId, FormUse, Label, RecordSection } from './form-parts.ts';
import { ConditionSchema, Sentence } from './parts.ts';

/** One point of an agenda. */
export const AgendaItem = z.strictObject({
  id: FormId,
  title: Label,
  help: Sentence.optional(),
  cites: Cites.optional(),
  section: RecordSection.optional(),
  when: ConditionSchema.optional(),
  onlyWhen: Sentence.optional(),
  /** May be left out; the policy offers it. */
  isOptional: z.boolean().optional(),
  isOurs: z.boolean().optional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Standing items of a meeting in the policy's order. Where the items are the sections of a form, the agenda only names the form. */
export const Agenda = z.strictObject({
  id: FormId,
  entry: z.string().min(1).optional(),
  title: Label,
  clause: Clause,
  cites: Cites,
  says: Sentence,
  use: FormUse,
  /** The form on which these items are written down. */
  template: FormId.optional(),
  /** A menu to choose from, in no order. */
  isMenu: z.boolean().optional(),
  items: z.array(AgendaItem).min(1).optional(),
});
export type Agenda = z.infer<typeof Agenda>;
