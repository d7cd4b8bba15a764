import { SUPERVISION_ROUTES, type SupervisionRoute } from '../answers.ts';
import type { Instrument } from '../instrument.ts';
import { askedItems } from '../routing.ts';
import { ROLE_FAMILY_NAMES } from '../role-families.ts';
import { hangsOn, pulseOf } from '../pulse.ts';
import { finding, type DesignFinding } from './findings.ts';
import { readingAge, wordsOf } from './reading-age.ts';
import { structureFindings } from './structure.ts';
import { minutesByRoute } from './time.ts';
import { wordingFindings } from './wording.ts';

/** Minutes that a form may take: who gives and receives is asked both parts. Ours; the full form is meant for ten to twelve. */
export const LONGEST_MINUTES: Readonly<Record<SupervisionRoute, number>> = { receives: 12, gives: 12, both: 16, neither: 12 };
export const PULSE_ITEMS = 12;
const HARD_FORM_AGE = 12;
/** Of fewer words nothing is said as a whole. */
const FEWEST_WORDS = 100;
const MANY_TEXTS = 5;

/** What a form asks of people, and what its author should know. */
export interface DesignCheck {
  readonly items: number;
  /** Of whoever is asked most on each route, items that hang on other answers included. */
  readonly asked: Readonly<Record<SupervisionRoute, number>>;
  readonly minutes: Readonly<Record<SupervisionRoute, number>>;
  readonly pulseItems: number;
  readonly pulseMinutes: Readonly<Record<SupervisionRoute, number>>;
  /** Years of age at which somebody usually manages such a text; null while there are no words. */
  readonly readingAge: number | null;
  readonly findings: readonly DesignFinding[];
  /** Nothing has to be mended first. */
  readonly canPublish: boolean;
}

/** Reads a form as its author would like somebody to have read it before it goes out. */
export function checkDesign(instrument: Instrument): DesignCheck {
  const minutes = minutesByRoute(instrument);
  const texts = instrument.items.flatMap(({ text, textGiving }) => (textGiving === null ? [text] : [text, textGiving]));
  const age = readingAge(texts);
  const findings = [
    ...structureFindings(instrument),
    ...instrument.items.flatMap(wordingFindings),
    ...formFindings(instrument, minutes, texts.flatMap(wordsOf).length < FEWEST_WORDS ? null : age),
    ...pulseFindings(instrument),
  ];
  const pulse = pulseOf(instrument);
  return {
    items: instrument.items.length,
    asked: countAsked(instrument),
    minutes,
    pulseItems: pulse.items.length,
    pulseMinutes: minutesByRoute(pulse),
    readingAge: age,
    findings: findings.toSorted((a, b) => Number(a.level === 'look') - Number(b.level === 'look')),
    canPublish: findings.every(({ level }) => level === 'look'),
  };
}

function countAsked(instrument: Instrument): Record<SupervisionRoute, number> {
  const most = (route: SupervisionRoute) =>
    Math.max(...ROLE_FAMILY_NAMES.map((family) => askedItems(instrument, route, family).length));
  return Object.fromEntries(SUPERVISION_ROUTES.map((route) => [route, most(route)])) as Record<SupervisionRoute, number>;
}

function formFindings(instrument: Instrument, minutes: Record<SupervisionRoute, number>, age: number | null): DesignFinding[] {
  const found: DesignFinding[] = [];
  for (const route of SUPERVISION_ROUTES) {
    const most = LONGEST_MINUTES[route];
    if (minutes[route] > most) found.push(finding('look', null, { kind: 'too-long', route, minutes: minutes[route], most }));
  }
  if (age !== null && age > HARD_FORM_AGE) found.push(finding('look', null, { kind: 'form-hard-to-read', age }));
  const texts = instrument.items.filter(({ kind }) => kind === 'text').length;
  if (texts > MANY_TEXTS) found.push(finding('look', null, { kind: 'many-texts', count: texts }));
  return found;
}

function pulseFindings(instrument: Instrument): DesignFinding[] {
  const marked = instrument.items.filter(({ isPulse }) => isPulse);
  const ids = new Set(marked.map(({ id }) => id));
  const hanging = marked.flatMap((item) =>
    hangsOn(item)
      .filter((other) => !ids.has(other))
      .map((other) => finding('look', item.id, { kind: 'pulse-hangs', other })),
  );
  const isTooMany = marked.length > PULSE_ITEMS;
  return isTooMany
    ? [...hanging, finding('look', null, { kind: 'pulse-size', count: marked.length, most: PULSE_ITEMS })]
    : hanging;
}
