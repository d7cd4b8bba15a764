import { applyEdit, isRecord, valueAt, type Data, type DraftEdit, type Path } from './draft-edits.ts';

/** One place in which one typed, beside what is saved there now. Undefined where there is nothing. */
export interface TypedPlace {
  readonly place: string;
  readonly mine: Data | undefined;
  readonly theirs: Data | undefined;
}

/**
 * One's own changes put onto what somebody else saved meanwhile. Parts of lists are found again by their ids, for their places
 * may have moved; of a rule only the fields are changed that one has changed oneself; a rule that is gone there comes back at
 * the end.
 */
export function rebase(mine: readonly DraftEdit[], before: Data, theirs: Data): readonly DraftEdit[] {
  return steps(mine, before, theirs).flatMap(({ edit }) => (edit === null ? [] : [edit]));
}

/** Where one typed, with both texts: each place once, as it was typed last. */
export function placesTyped(mine: readonly DraftEdit[], before: Data, theirs: Data): readonly TypedPlace[] {
  const places = new Map<string, TypedPlace>();
  for (const { place, mine: typed, theirs: saved } of steps(mine, before, theirs))
    places.set(place, { place, mine: typed, theirs: places.has(place) ? places.get(place)?.theirs : saved });
  return [...places.values()];
}

interface Step extends TypedPlace {
  /** Null where the change has nothing to go on there. */
  readonly edit: DraftEdit | null;
}

function steps(mine: readonly DraftEdit[], before: Data, theirs: Data): Step[] {
  let was = before;
  let is = theirs;
  return mine.flatMap((edit) => {
    const moved = movedTo(edit, was, is);
    const parts = moved === null ? [] : narrowed(moved, valueAt(was, edit.path), valueAt(is, moved.path));
    const found: Step[] =
      moved === null
        ? [{ edit: null, place: placeOf(edit.path, was, edit), mine: typedIn(edit), theirs: undefined }]
        : parts.map((part) => ({
            edit: part,
            place: placeOf(part.path, is, part),
            mine: typedIn(part),
            theirs: part.op === 'insert' ? undefined : valueAt(is, part.path),
          }));
    was = applyEdit(was, edit);
    is = parts.reduce(applyEdit, is);
    return found;
  });
}

function typedIn(edit: DraftEdit): Data | undefined {
  return edit.op === 'remove' ? undefined : edit.value;
}

/** A whole that was written anew, as the changes of those of its fields that are otherwise than before. */
function narrowed(edit: DraftEdit, before: Data | undefined, theirs: Data | undefined): DraftEdit[] {
  if (edit.op !== 'set') return [edit];
  const { path, value } = edit;
  if (isSame(before, value)) return [];
  if (!isRecord(before) || !isRecord(value) || !isRecord(theirs)) return [edit];
  return [...new Set([...Object.keys(before), ...Object.keys(value)])].flatMap((name): DraftEdit[] => {
    const field = [...path, name];
    const typed = value[name];
    if (typed === undefined) return theirs[name] === undefined ? [] : [{ op: 'remove', path: field }];
    return narrowed({ op: 'set', path: field, value: typed }, before[name], theirs[name]);
  });
}

function movedTo(edit: DraftEdit, before: Data, theirs: Data): DraftEdit | null {
  const [part, at, ...rest] = edit.path;
  const list = part === undefined ? undefined : listAt(theirs, part);
  if (part === undefined || list === undefined || typeof at !== 'number') return edit;
  if (edit.op === 'insert' && rest.length === 0) return { ...edit, path: [part, Math.min(at, list.length)] };
  const known = valueAt(before, [part, at]);
  const place = list.findIndex((item) => isSameItem(item, known));
  if (place >= 0) return { ...edit, path: [part, place, ...rest] };
  if (edit.op !== 'set' || rest.length > 0) return null;
  return { op: 'insert', path: [part, list.length], value: edit.value };
}

function listAt(data: Data, part: string | number): readonly Data[] | undefined {
  const list = valueAt(data, [part]);
  return Array.isArray(list) ? (list as readonly Data[]) : undefined;
}

function isSameItem(one: Data, other: Data | undefined): boolean {
  const id = isRecord(other) ? other['id'] : undefined;
  return id === undefined ? isSame(one, other) : isRecord(one) && one['id'] === id;
}

function isSame(one: Data | undefined, other: Data | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** "WIR-6.2e, applies to": the id of the part, and the names of the fields in it as words. */
function placeOf([part, at, ...rest]: Path, pack: Data, edit: DraftEdit): string {
  const isWhole = edit.op === 'insert' && rest.length === 0;
  const item = at === undefined ? undefined : isWhole ? edit.value : valueAt(pack, [part ?? '', at]);
  const id = isRecord(item) && typeof item['id'] === 'string' ? item['id'] : null;
  const names = id === null ? [part, at, ...rest] : [id, ...rest.map(inWords)];
  return names.filter((name) => name !== undefined).join(', ');
}

function inWords(name: string | number): string | number {
  return typeof name === 'number' ? name + 1 : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
