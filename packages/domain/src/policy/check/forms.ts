import { formsAndWordsOf, type FormsAndWords } from '../forms-and-words.ts';
import type { PolicyPack } from '../pack.ts';
import { fieldsIn, type PlacedField } from './form-walk.ts';
import { codesOfOptions, unknownForm, unknownOurCode, unknownSection } from './form-codes.ts';
import { aboutPack, listed, type Remark } from './remark.ts';

/** What is wrong with forms, agendas and agreements beyond their shape. */
export function formsIn(pack: PolicyPack): Remark[] {
  const all = formsAndWordsOf(pack);
  return [
    ...all.templates.flatMap((_, at) => templateRemarks(all, at)),
    ...fieldsIn(all.templates).flatMap(fieldRemarks),
    ...all.agendas.flatMap((_, at) => agendaRemarks(all, at)),
    ...all.agreements.flatMap((_, at) => agreementRemarks(all, at)),
  ];
}

const wrong = (path: string, message: string): Remark => aboutPack('problem', 'form', path, message);

function templateRemarks(all: FormsAndWords, at: number): Remark[] {
  const template = all.templates[at];
  if (template === undefined) return [];
  const path = `templates.${at}`;
  const remarks: Remark[] = [];
  if (template.recordClass !== undefined && !all.recordClasses.some(({ id }) => id === template.recordClass))
    remarks.push(wrong(`${path}.recordClass`, `There is no class of record "${template.recordClass}".`));
  const form = template.recordForm === undefined ? null : unknownForm(template.recordForm);
  if (form !== null) remarks.push(aboutPack('problem', 'unknown-code', `${path}.recordForm`, form));
  const fields = fieldsIn([template]);
  const isOfChildren = template.parts.some(({ kind }) => kind === 'child');
  if (isOfChildren && !fields.some(({ field: { kind } }) => kind === 'reference' || kind === 'references'))
    remarks.push(wrong(path, `The form "${template.title}" is about a child and asks for no reference number.`));
  for (const [what, ids] of [
    ['part', template.parts.map(({ id }) => id)],
    ['section', template.parts.flatMap(({ sections }) => sections.map(({ id }) => id))],
    ['field', fields.map(({ field: { id } }) => id)],
  ] as const) {
    for (const id of twice(ids))
      remarks.push(aboutPack('problem', 'same-id', path, `The form "${template.title}" has two ${what}s called "${id}".`));
  }
  return [...remarks, ...sectionRemarks(all, at)];
}

function sectionRemarks(all: FormsAndWords, at: number): Remark[] {
  return (all.templates[at]?.parts ?? []).flatMap(({ sections }, p) =>
    sections.flatMap(({ section }, s) => {
      const message = section === undefined ? null : unknownSection(section);
      const path = `templates.${at}.parts.${p}.sections.${s}.section`;
      return message === null ? [] : [aboutPack('problem', 'unknown-code', path, message)];
    }),
  );
}

const CHOOSING: readonly string[] = ['choice', 'choices'];

/** A label that asks for a name together with whose name it is. Staff have names; children have numbers. */
const ASKS_A_NAME =
  /\b(?:child|children|young person|family|sibling|brother|sister)\b[^.]*\bnames?\b|\bnames?\b[^.]*\b(?:child|children|young person|family|siblings?)\b/i;

function fieldRemarks({ section, field, path }: PlacedField): Remark[] {
  const remarks: Remark[] = [];
  const isChoosing = CHOOSING.includes(field.kind);
  if (isChoosing !== (field.options !== undefined))
    remarks.push(
      wrong(
        path,
        isChoosing ? `"${field.label}" is a choice and says between what.` : `"${field.label}" is no choice and has options.`,
      ),
    );
  if ((field.kind === 'actions') !== (field.columns !== undefined))
    remarks.push(wrong(path, `"${field.label}": a list of actions, and nothing else, says what each action states.`));
  if (field.required === true && field.isOurs !== true && field.cites === undefined && section.cites === undefined)
    remarks.push(aboutPack('problem', 'uncited', path, `"${field.label}" has to be filled, and no row says so.`));
  if (ASKS_A_NAME.test(field.label))
    remarks.push(
      aboutPack(
        'problem',
        'names-a-child',
        path,
        `"${field.label}" asks for a name. Children appear by their reference number only.`,
      ),
    );
  const unknown = field.feeds === undefined ? null : unknownOurCode(field.feeds);
  if (unknown !== null) return [...remarks, aboutPack('problem', 'unknown-field', `${path}.feeds`, unknown)];
  const codes = isChoosing && field.feeds !== undefined ? codesOfOptions(field.feeds) : null;
  const foreign = codes === null ? [] : (field.options ?? []).map(({ value }) => value).filter((value) => !codes.includes(value));
  if (foreign.length > 0)
    remarks.push(
      aboutPack(
        'problem',
        'unknown-code',
        `${path}.options`,
        `${field.feeds ?? ''} never holds ${listed(foreign)}. It holds ${listed(codes ?? [])}.`,
      ),
    );
  return remarks;
}

function agendaRemarks(all: FormsAndWords, at: number): Remark[] {
  const agenda = all.agendas[at];
  if (agenda === undefined) return [];
  const path = `agendas.${at}`;
  const remarks: Remark[] = [];
  const isKnown = agenda.template === undefined || all.templates.some(({ id }) => id === agenda.template);
  if (!isKnown) remarks.push(wrong(`${path}.template`, `There is no form "${agenda.template ?? ''}".`));
  if (agenda.items === undefined && agenda.template === undefined)
    remarks.push(wrong(path, `The agenda "${agenda.title}" has neither items nor a form that has them.`));
  for (const id of twice((agenda.items ?? []).map((item) => item.id)))
    remarks.push(aboutPack('problem', 'same-id', path, `The agenda "${agenda.title}" has two items called "${id}".`));
  (agenda.items ?? []).forEach(({ section }, i) => {
    const message = section === undefined ? null : unknownSection(section);
    if (message !== null) remarks.push(aboutPack('problem', 'unknown-code', `${path}.items.${i}.section`, message));
  });
  return remarks;
}

function agreementRemarks(all: FormsAndWords, at: number): Remark[] {
  const agreement = all.agreements[at];
  if (agreement === undefined) return [];
  const path = `agreements.${at}`;
  const template = all.templates.find(({ id }) => id === agreement.template);
  if (template === undefined) return [wrong(`${path}.template`, `There is no form "${agreement.template}".`)];
  const fields = fieldsIn([template]).map(({ field }) => field);
  return agreement.mustSay.flatMap(({ field: id }, i) => {
    const field = fields.find((one) => one.id === id);
    if (field === undefined) return [wrong(`${path}.mustSay.${i}`, `The form "${template.title}" has no field "${id}".`)];
    return field.required === true
      ? []
      : [
          wrong(
            `${path}.mustSay.${i}`,
            `The form "${template.title}" lets "${field.label}" stay empty, and the agreement must say it.`,
          ),
        ];
  });
}

/** Ids that stand more than once. */
export function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
