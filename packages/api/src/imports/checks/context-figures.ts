import type { ImportProblem } from '@plumbline/analytics/wording';
import { mostOfMeasure } from '@plumbline/domain/facts';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import type { ReadFact } from '../read-facts.ts';

/** Whether each monthly figure that is a share of a hundred is at most a hundred. */
export class ContextFigureCheck implements FileCheck {
  add({ row, values }: ReadFact): readonly ImportProblem[] {
    const most = mostOfMeasure(values['measure']);
    if (most === null || Number(values['value']) <= most) return [];
    return [problem('number-out-of-bounds', { min: 0, max: most }, { row, column: 'value', value: String(values['value']) })];
  }

  finish(): readonly ImportProblem[] {
    return [];
  }
}
