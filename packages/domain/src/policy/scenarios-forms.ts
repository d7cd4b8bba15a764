import { toDay, type Day } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import { conditionStretches, indexFacts, personAttributes, type CompiledPolicy } from '../rules/index.ts';
import type { Condition } from './parts.ts';
import type { FormUse } from './form-parts.ts';
import { formsAndWordsOf, type FormsAndWords } from './forms-and-words.ts';
import type { Found } from './scenarios.ts';
import type { Question } from './scenarios-question.ts';

/** What a form makes of one of its parts, or a policy of a form: it must be there, may be left out, or is not asked of this person. */
type Asked = 'required' | 'optional' | 'not-asked';

/** A part of a form, an agenda or an agreement, reduced to what a question can ask. */
interface Part {
  readonly id: string;
  readonly asked: Asked;
}

interface Form {
  readonly id: string;
  readonly isOptional: boolean;
  readonly use: FormUse | null;
  readonly parts: readonly Part[];
}

type Holds = (condition: Condition | undefined) => boolean;

/**
 * Asks whether a form, an agenda or an agreement is used for somebody's supervision, of one kind where the question names it, and
 * whether it asks for one of its parts; gives what differs from the answer expected.
 */
export function answerForm({ pack }: CompiledPolicy, facts: Facts, question: Question): Found[] {
  const holds = holdingOn(pack, facts, question.person, toDay(question.on));
  const form = formsOf(formsAndWordsOf(pack), question.asks, holds).find(({ id }) => id === question.form);
  const expected = question.expect.finding;
  if (form === undefined)
    return [{ of: 'question', expected, found: `there is no ${question.asks} called "${question.form ?? ''}"` }];
  const found = findingOf(form, question, holds);
  return found === expected ? [] : [{ of: 'finding', expected, found }];
}

function findingOf({ use, isOptional, parts }: Form, { part, kind, forPurpose }: Question, holds: Holds): Asked {
  if (!holds(use?.when) || !isAmong(use?.sessions, kind) || !isAmong(use?.purposes, forPurpose)) return 'not-asked';
  if (part === undefined) return isOptional ? 'optional' : 'required';
  return parts.find(({ id }) => id === part)?.asked ?? 'not-asked';
}

/** Absent lists mean "any", and a question that names none asks about any. */
function isAmong(list: readonly string[] | undefined, asked: string | undefined): boolean {
  return list === undefined || asked === undefined || list.includes(asked);
}

function formsOf(parts: FormsAndWords, asks: Question['asks'], holds: Holds): Form[] {
  const { templates, agendas, agreements } = parts;
  if (asks === 'agenda')
    return agendas.map(({ id, use, items = [] }) => ({
      id,
      use,
      isOptional: false,
      parts: items.map((item) => ({ id: item.id, asked: askedOf(holds(item.when), item.isOptional !== true) })),
    }));
  if (asks === 'agreement')
    return agreements.map(({ id, mustSay }) => ({
      id,
      use: null,
      isOptional: false,
      parts: mustSay.map(({ field }) => ({ id: field, asked: 'required' as const })),
    }));
  return templates.map(({ id, use, isOptional, parts: own }) => ({
    id,
    use,
    isOptional: isOptional === true,
    parts: own.flatMap(({ sections }) => sections.flatMap((section) => partsOf(section, holds(section.when)))),
  }));
}

/** A section by its own id, and each of its fields. One that may stay empty as a whole requires none of them. */
function partsOf(section: FormsAndWords['templates'][number]['parts'][number]['sections'][number], isHeld: boolean): Part[] {
  const isOptional = section.isOptional === true;
  const fields = section.fields.map((field) => ({ id: field.id, isRequired: !isOptional && field.required === true }));
  return [
    {
      id: section.id,
      asked: askedOf(
        isHeld,
        fields.some(({ isRequired }) => isRequired),
      ),
    },
    ...fields.map(({ id, isRequired }) => ({ id, asked: askedOf(isHeld, isRequired) })),
  ];
}

function askedOf(isHeld: boolean, isRequired: boolean): Asked {
  if (!isHeld) return 'not-asked';
  return isRequired ? 'required' : 'optional';
}

/** Whether a condition holds of the person whom the question names; without a person only what holds of everybody does. */
function holdingOn(pack: CompiledPolicy['pack'], facts: Facts, person: string | undefined, on: Day): Holds {
  const spans = person === undefined ? [] : personAttributes(indexFacts(facts), person, pack.conventions);
  return (condition) =>
    condition === undefined || conditionStretches(condition, spans).some(({ from, to }) => from <= on && on <= to);
}
