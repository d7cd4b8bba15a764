import type { AnswerKind, AuditQuestion } from '../tool.ts';
import type { GradeDescriptions } from './shipped-descriptions.ts';

interface Written {
  readonly area: string;
  readonly asks: string;
  readonly answeredBy?: AnswerKind;
  readonly describes?: GradeDescriptions | null;
  readonly isLimiting?: boolean;
}

/** A question that comes with the product. The low line stands in no id of a rule, so that the two never clash. */
export function shippedQuestion(name: string, written: Written): AuditQuestion {
  const { area, asks, answeredBy = 'grade', describes = null, isLimiting = false } = written;
  return { id: `shipped_${name}`, area, asks, answeredBy, describes, isLimiting, origin: { kind: 'shipped' } };
}
