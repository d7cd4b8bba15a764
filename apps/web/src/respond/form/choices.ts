import type { Item } from '@plumbline/domain/surveys';

type Options = Extract<Item, { kind: 'multiple' | 'ranking' }>['options'];

/** What is chosen after one more option was pressed: what stands alone takes the others away, and they take it away. */
export function afterPress(options: Options, chosen: readonly string[], pressed: string): string[] {
  if (chosen.includes(pressed)) return chosen.filter((id) => id !== pressed);
  const isAlone = (id: string): boolean => options.find((option) => option.id === id)?.isAlone === true;
  return isAlone(pressed) ? [pressed] : [...chosen.filter((id) => !isAlone(id)), pressed];
}

/** With one moved a place up. */
export function movedUp(chosen: readonly string[], id: string): string[] {
  const place = chosen.indexOf(id);
  if (place <= 0) return [...chosen];
  const moved = [...chosen];
  moved.splice(place, 1);
  moved.splice(place - 1, 0, id);
  return moved;
}
