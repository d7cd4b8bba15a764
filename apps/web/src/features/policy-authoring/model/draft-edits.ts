/** Plain data of a policy, as the server keeps it. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [name: string]: Data };
export type DataRecord = { readonly [name: string]: Data };
export type Path = readonly (string | number)[];

/** One change of a draft, as the server takes it. */
export type DraftEdit =
  | { readonly op: 'set'; readonly path: Path; readonly value: Data }
  | { readonly op: 'insert'; readonly path: Path; readonly value: Data }
  | { readonly op: 'remove'; readonly path: Path };

export function isRecord(value: Data | undefined): value is DataRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: Data | undefined, path: Path): Data | undefined {
  let value = data;
  for (const part of path) {
    if (Array.isArray(value)) value = (value as readonly Data[])[Number(part)];
    else if (isRecord(value)) value = value[String(part)];
    else return undefined;
  }
  return value;
}

/** The data with one change; as it is where the change leads nowhere. */
export function applyEdit(data: Data, edit: DraftEdit): Data {
  return changed(data, edit.path, edit);
}

function changed(data: Data, [part, ...rest]: Path, edit: DraftEdit): Data {
  if (part === undefined) return data;
  if (Array.isArray(data)) {
    const list = data as readonly Data[];
    const at = Number(part);
    if (rest.length > 0) return list[at] === undefined ? data : list.with(at, changed(list[at], rest, edit));
    if (edit.op === 'insert') return list.toSpliced(at, 0, edit.value);
    return edit.op === 'remove' ? list.toSpliced(at, 1) : list.with(at, edit.value);
  }
  if (!isRecord(data)) return data;
  const name = String(part);
  if (rest.length > 0) return data[name] === undefined ? data : { ...data, [name]: changed(data[name], rest, edit) };
  if (edit.op === 'remove') return Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
  return { ...data, [name]: edit.value };
}

/** The waiting changes with one more: typing on in one place stays one change. */
export function withEdit(waiting: readonly DraftEdit[], edit: DraftEdit): readonly DraftEdit[] {
  const last = waiting.at(-1);
  const isSamePlace = last?.op === 'set' && edit.op === 'set' && last.path.join('\u0000') === edit.path.join('\u0000');
  return isSamePlace ? [...waiting.slice(0, -1), edit] : [...waiting, edit];
}

/** The rules of a draft, whatever state it is in. */
export function rulesOf(pack: Data | undefined): readonly Data[] {
  const rules = isRecord(pack) ? pack['rules'] : undefined;
  return Array.isArray(rules) ? (rules as readonly Data[]) : [];
}

export function idOf(rule: Data | undefined): string {
  const id = isRecord(rule) ? rule['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

export function textOf(rule: Data | undefined, name: string): string {
  const value = isRecord(rule) ? rule[name] : undefined;
  return typeof value === 'string' ? value : '';
}
