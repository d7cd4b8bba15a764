import { formsAndWordsOf, type FormsAndWords, type PolicyPack } from '@plumbline/domain/policy';
import { citing, type CitedRow } from './policy-cites.ts';
import { caseInWords } from './policy-template.ts';
import { bodiesOf, rolesOf, shownBanners, type BannerModel, type BodyModel, type RoleModel } from './policy-named.ts';
import {
  eventGroups,
  reasonsOf,
  recordClassesOf,
  statusGroups,
  type ReasonModel,
  type RecordClassModel,
  type StatusGroup,
} from './policy-statuses.ts';
import { termsOf, type TermModel } from './policy-terms.ts';
import { capitalised, formRolesInWords, templateTypeInWords } from './wording/index.ts';

/** A form as a line of the list; opened it is a {@link FormModel}. */
export interface LibraryForm {
  readonly id: string;
  readonly entry: string;
  readonly title: string;
  readonly type: string;
  readonly clause: string;
  readonly says: string;
  readonly forWhom: string;
  /** Everything else that stands on it, to be searched. */
  readonly contains: string;
}

export interface AgendaItemModel {
  readonly id: string;
  readonly title: string;
  readonly help: string | null;
  readonly onlyWhen: string | null;
  readonly isOptional: boolean;
  readonly cites: readonly CitedRow[];
}

export interface AgendaModel {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  readonly says: string;
  readonly forWhom: string;
  /** To choose from, in no order. */
  readonly isMenu: boolean;
  readonly items: readonly AgendaItemModel[];
  /** The form on which it is written down. */
  readonly form: { readonly id: string; readonly title: string } | null;
}

export interface AgreementModel {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  readonly says: string;
  readonly signedBy: string;
  readonly firstDue: { readonly says: string; readonly cites: readonly CitedRow[] };
  readonly review: { readonly says: string; readonly cites: readonly CitedRow[] };
  readonly mustSay: readonly { readonly label: string; readonly cites: readonly CitedRow[] }[];
  readonly reviewQuestions: readonly string[];
  readonly form: { readonly id: string; readonly title: string } | null;
}

/** Everything beside the clauses: forms, agendas, agreements, statuses, reasons, words, named bodies and roles. */
export interface LibraryView {
  readonly council: string;
  readonly title: string;
  readonly version: string;
  readonly forms: readonly LibraryForm[];
  readonly agendas: readonly AgendaModel[];
  readonly agreements: readonly AgreementModel[];
  readonly statuses: readonly StatusGroup[];
  readonly events: readonly StatusGroup[];
  readonly reasons: readonly ReasonModel[];
  readonly recordClasses: readonly RecordClassModel[];
  readonly terms: readonly TermModel[];
  readonly bodies: readonly BodyModel[];
  readonly roles: readonly RoleModel[];
  readonly banners: readonly BannerModel[];
}

/**
 * What stands beside the clauses of a policy on a day. `others` are policies of other councils, whose meanings are shown beside
 * a word that both have.
 */
export function libraryView(pack: PolicyPack, others: readonly PolicyPack[], today: string): LibraryView {
  const all = formsAndWordsOf(pack);
  const cite = citing(pack);
  return {
    council: pack.council,
    title: pack.title,
    version: pack.version,
    forms: formsOf(all),
    agendas: all.agendas.map((agenda) => agendaModel(all, agenda, cite)),
    agreements: all.agreements.map((agreement) => agreementModel(all, agreement, cite)),
    statuses: statusGroups(all.statuses, cite),
    events: eventGroups(all.events, cite),
    reasons: reasonsOf(all, cite),
    recordClasses: recordClassesOf(all.recordClasses, cite),
    terms: termsOf(pack, others),
    bodies: bodiesOf(all.namedBodies, cite, today),
    roles: rolesOf(all.roles, cite),
    banners: shownBanners(pack, today),
  };
}

function formsOf({ templates }: FormsAndWords): LibraryForm[] {
  return templates.map((template) => ({
    id: template.id,
    entry: template.entry,
    title: template.title,
    type: templateTypeInWords(template.type),
    clause: template.clause,
    says: template.says,
    forWhom: template.use.says,
    contains: [
      ...template.cites,
      ...template.parts.flatMap(({ title, sections }) => [
        title,
        ...sections.flatMap((section) => [section.title, ...(section.cites ?? []), ...section.fields.map(({ label }) => label)]),
      ]),
      ...(template.slots ?? []).map(({ title }) => title),
    ].join(' · '),
  }));
}

type Citing = ReturnType<typeof citing>;

function agendaModel(all: FormsAndWords, agenda: FormsAndWords['agendas'][number], cite: Citing): AgendaModel {
  const template = all.templates.find(({ id }) => id === agenda.template);
  const sections = template?.parts.flatMap((part) => part.sections).filter(({ isOurs }) => isOurs !== true) ?? [];
  const items = agenda.items ?? sections;
  return {
    id: agenda.id,
    title: agenda.title,
    clause: agenda.clause,
    says: agenda.says,
    forWhom: agenda.use.says,
    isMenu: agenda.isMenu === true,
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      help: item.help ?? null,
      onlyWhen: caseInWords(item),
      isOptional: item.isOptional === true,
      cites: cite(item.cites),
    })),
    form: template === undefined ? null : { id: template.id, title: template.title },
  };
}

function agreementModel(all: FormsAndWords, agreement: FormsAndWords['agreements'][number], cite: Citing): AgreementModel {
  const template = all.templates.find(({ id }) => id === agreement.template);
  const labels = new Map(
    template?.parts.flatMap((part) => part.sections).flatMap(({ fields }) => fields.map(({ id, label }) => [id, label])),
  );
  const when = ({ rule, says }: { rule: string | null; says: string }) => ({ says, cites: cite(rule === null ? [] : [rule]) });
  return {
    id: agreement.id,
    title: agreement.title,
    clause: agreement.clause,
    says: agreement.says,
    signedBy: capitalised(formRolesInWords(agreement.signedBy)),
    firstDue: when(agreement.firstDue),
    review: when(agreement.review),
    mustSay: agreement.mustSay.map(({ field, cites }) => ({ label: labels.get(field) ?? field, cites: cite(cites) })),
    reviewQuestions: (agreement.reviewQuestions ?? []).map(({ asks }) => asks),
    form: template === undefined ? null : { id: template.id, title: template.title },
  };
}
