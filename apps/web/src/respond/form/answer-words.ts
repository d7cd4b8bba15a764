import { rowsShown, SCALES, type AnswerValue, type AskedItem, type ScaleName } from '@plumbline/domain/surveys';
import { pointsOf } from './answering.ts';

function pointInWords(scale: ScaleName, point: string): string {
  return pointsOf(SCALES, scale).find(({ value }) => value === point)?.text ?? point;
}

/** An answer as the person would say it, one line for each thing chosen; no lines where there is none. */
export function answerInWords(
  entry: AskedItem,
  value: AnswerValue | undefined,
  asked: readonly AskedItem[],
  values: Readonly<Record<string, AnswerValue>>,
): readonly string[] {
  const { item } = entry;
  if (value === undefined) return [];
  const optionText = (id: string): string =>
    'options' in item ? (item.options.find((option) => option.id === id)?.text ?? id) : id;
  switch (value.kind) {
    case 'choice':
      return [item.kind === 'scale' ? pointInWords(item.scale, value.value) : optionText(value.value)];
    case 'choices':
      return value.values.map((id, place) => (item.kind === 'ranking' ? `${place + 1}. ${optionText(id)}` : optionText(id)));
    case 'number':
      return [numberInWords(item, value.value)];
    case 'words':
      return [value.text, value.mayQuote ? '(may be quoted)' : '(not to be quoted)'];
    case 'rows':
      return item.kind !== 'grid'
        ? []
        : rowsShown(entry, asked, values).flatMap(({ id, text }) => {
            const point = value.values[id];
            return point === undefined ? [] : [`${text}: ${pointInWords(item.scale, point)}`];
          });
  }
}

function numberInWords(item: AskedItem['item'], value: number | 'unknown'): string {
  if (value === 'unknown') return 'I don’t know';
  if (item.kind !== 'number') return String(value);
  const band = item.bands?.find(([from]) => from === value);
  if (band === undefined) return `${value} ${item.unit}`.trim();
  const [from, to] = band;
  return to === null ? `${from} ${item.unit} or more` : from === to ? `${from} ${item.unit}` : `${from} to ${to} ${item.unit}`;
}
