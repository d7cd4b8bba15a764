/** Definitions of SurveyJS: JSON with pages of elements. */
import type { ForeignForm, ForeignOption, ForeignQuestion, ForeignShape, ImportRefusal } from './imported-form.ts';
import { plainText } from './plain-text.ts';

type Data = Readonly<Record<string, unknown>>;
const DEEPEST = 30;

const isData = (value: unknown): value is Data => value !== null && typeof value === 'object' && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const own = (data: Data, key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined);

/** A definition read; a refusal where it is none, or nested without end. */
export function readSurveyJs(text: string): ForeignForm | ImportRefusal {
  const data = parsed(text);
  if (data === null) return 'not-a-form';
  if (isTooDeep(data)) return 'too-deep';
  const pages = own(data, 'pages');
  const elements = Array.isArray(pages)
    ? list(pages).flatMap((page) => (isData(page) ? elementsOf(page) : []))
    : elementsOf(data);
  if (elements.length === 0) return 'not-a-form';
  return {
    title: words(own(data, 'title')),
    introduction: words(own(data, 'description')),
    questions: elements.map((element, at) => questionOf(element, at)),
  };
}

function parsed(text: string): Data | null {
  try {
    const data: unknown = JSON.parse(text);
    return isData(data) ? data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Looked at level by level, so that a file nested without end ends nothing here. */
function isTooDeep(data: unknown): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (value !== null && typeof value === 'object' ? Object.values(value) : []));
  }
  return false;
}

/** A question with the conditions of the pages and panels in which it stands. */
interface Placed {
  readonly element: Data;
  readonly conditions: readonly string[];
}

/** Questions of a page, those inside panels in their place. */
function elementsOf(page: Data, above: readonly string[] = []): Placed[] {
  const conditions = [...above, ...[plainText(own(page, 'visibleIf'))].filter((text) => text !== '')];
  const elements = [...list(own(page, 'elements')), ...list(own(page, 'questions'))].filter(isData);
  return elements.flatMap((element) =>
    own(element, 'type') === 'panel' ? elementsOf(element, conditions) : [{ element, conditions }],
  );
}

/** A text that may stand in several languages: British English, English, else the usual one. */
function words(value: unknown): string {
  if (!isData(value)) return plainText(value);
  return plainText(own(value, 'en-GB') ?? own(value, 'en') ?? own(value, 'default') ?? Object.values(value)[0]);
}

function questionOf({ element, conditions }: Placed, at: number): ForeignQuestion {
  const name = plainText(own(element, 'name'));
  const condition = [...conditions, plainText(own(element, 'visibleIf'))].filter((text) => text !== '').join(' and ');
  return {
    code: name || `question-${at + 1}`,
    text: words(own(element, 'title')) || name,
    help: words(own(element, 'description')) || null,
    isForced: own(element, 'isRequired') === true,
    condition: condition === '' ? null : condition,
    limits: limitsOf(element),
    shape: shapeOf(element),
  };
}

/** Everything else that may keep somebody from answering, or ask something of the answer. */
const LIMITS = [
  'enableIf',
  'requiredIf',
  'choicesVisibleIf',
  'choicesEnableIf',
  'choicesByUrl',
  'minSelectedChoices',
  'validators',
];

function limitsOf(element: Data): string[] {
  const most = own(element, 'type') === 'ranking' ? [] : ['maxSelectedChoices'];
  return [...LIMITS, ...most].filter((name) => {
    const value = own(element, name);
    return value !== undefined && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0);
  });
}

function shapeOf(element: Data): ForeignShape {
  const type = plainText(own(element, 'type'));
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
      return { kind: 'single', options: choicesOf(element), hasComment: hasComment(element) };
    case 'checkbox':
    case 'tagbox':
      return { kind: 'multiple', options: choicesOf(element), hasComment: hasComment(element) };
    case 'ranking':
      return { kind: 'ranking', options: choicesOf(element), most: numberIn(element, 'maxSelectedChoices') };
    case 'boolean':
      return {
        kind: 'single',
        options: [labelled(element, 'labelFalse', 'No', 'false'), labelled(element, 'labelTrue', 'Yes', 'true')],
        hasComment: false,
      };
    case 'rating':
      return { kind: 'single', options: ratesOf(element), hasComment: false };
    case 'matrix':
      return { kind: 'rows', rows: optionsIn(own(element, 'rows')), options: optionsIn(own(element, 'columns')) };
    case 'comment':
      return { kind: 'text', longest: numberIn(element, 'maxLength') };
    case 'text':
      return textShape(element);
    default:
      return { kind: type === 'file' || type === 'signaturepad' ? 'asks-who' : 'unknown', of: type };
  }
}

function textShape(element: Data): ForeignShape {
  const input = plainText(own(element, 'inputType'));
  if (input === 'number' || input === 'range')
    return { kind: 'number', least: numberIn(element, 'min'), most: numberIn(element, 'max') };
  if (input === '' || input === 'text') return { kind: 'text', longest: numberIn(element, 'maxLength') };
  return { kind: 'asks-who', of: `text: ${input}` };
}

function numberIn(element: Data, key: string): number | null {
  const value = own(element, key);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > -1_000_000 && number < 1_000_000 && number !== 0
    ? number
    : value === 0
      ? 0
      : null;
}

function optionsIn(value: unknown): ForeignOption[] {
  return list(value).map((choice, at) => {
    if (!isData(choice)) return { code: plainText(choice), text: plainText(choice) };
    const code = plainText(own(choice, 'value')) || `option-${at + 1}`;
    return { code, text: words(own(choice, 'text')) || code };
  });
}

function choicesOf(element: Data): ForeignOption[] {
  const hasNone = own(element, 'hasNone') === true || own(element, 'showNoneItem') === true;
  const none = hasNone ? [{ code: 'none', text: words(own(element, 'noneText')) || 'None of these', isAlone: true }] : [];
  const hasOther = hasComment(element);
  const other = hasOther ? [{ code: 'other', text: words(own(element, 'otherText')) || 'Something else' }] : [];
  return [...optionsIn(own(element, 'choices')), ...other, ...none];
}

/** "Other, please say" comes over as a choice without the words. */
function hasComment(element: Data): boolean {
  return own(element, 'hasOther') === true || own(element, 'showOtherItem') === true;
}

function labelled(element: Data, key: string, ours: string, code: string): ForeignOption {
  return { code, text: words(own(element, key)) || ours, score: code === 'true' ? 5 : 1 };
}

function ratesOf(element: Data): ForeignOption[] {
  const given = optionsIn(own(element, 'rateValues'));
  const least = numberIn(element, 'rateMin') ?? 1;
  const most = Math.min(least + 19, numberIn(element, 'rateMax') ?? numberIn(element, 'rateCount') ?? 5);
  const ends: Readonly<Record<number, string>> = {
    [least]: words(own(element, 'minRateDescription')),
    [most]: words(own(element, 'maxRateDescription')),
  };
  const counted = Array.from({ length: Math.max(0, Math.trunc(most - least) + 1) }, (_, at) => {
    const code = String(least + at);
    const end = ends[least + at] ?? '';
    return { code, text: end === '' ? code : `${code}: ${end}` };
  });
  const rates: ForeignOption[] = given.length > 0 ? given : counted;
  return rates.length === 5 ? rates.map((rate, at) => ({ ...rate, score: at + 1 })) : rates;
}
