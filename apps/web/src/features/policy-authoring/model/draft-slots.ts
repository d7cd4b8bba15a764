import { isRecord, textOf, valueAt, type Data, type DataRecord, type Path } from './draft-edits.ts';

/** A place for a form or tool of the council's own, in a draft, whatever state the draft is in. */
export interface DraftSlot {
  readonly path: Path;
  readonly slot: DataRecord;
  /** The title of the form on which it stands. */
  readonly form: string;
}

/** Every place on every form of a draft, in the order of the forms. */
export function slotsOf(pack: Data | undefined): readonly DraftSlot[] {
  return formsOf(pack).flatMap((form, at) => {
    const slots = valueAt(form, ['slots']);
    if (!Array.isArray(slots)) return [];
    return (slots as readonly Data[]).flatMap((slot, i) =>
      isRecord(slot) ? [{ path: ['templates', at, 'slots', i], slot, form: textOf(form, 'title') }] : [],
    );
  });
}

export function formsOf(pack: Data | undefined): readonly Data[] {
  const templates = valueAt(pack, ['templates']);
  return Array.isArray(templates) ? (templates as readonly Data[]) : [];
}

/** Whether the council has put in neither a name, nor an address, nor a document. */
export function isEmpty(slot: DataRecord): boolean {
  return ['filledWith', 'link', 'document'].every((name) => textOf(slot, name) === '');
}

export const HOLDS: Readonly<Record<string, string>> = {
  form: 'A form of our own',
  tool: 'A tool of our own',
  layout: 'A layout of our own',
  link: 'An address',
};

/** A new, empty place on a form, citing what the form cites; its id is one that the form does not have yet. */
export function newSlot(form: Data | undefined, title: string, holds: string): DataRecord {
  const taken = new Set(slotsOf({ templates: form === undefined ? [] : [form] }).map(({ slot }) => textOf(slot, 'id')));
  const stem =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^[^a-z]+|-+$/g, '')
      .slice(0, 40) || 'own';
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
  const cites = valueAt(form, ['cites']);
  return {
    id,
    title,
    holds,
    says: 'The council puts in its own here.',
    cites: Array.isArray(cites) ? cites.slice(0, 1) : [],
    filledWith: null,
  };
}
