import type { AnswerValue, AskedItem, SCALES, ScaleName } from '@plumbline/domain/surveys';

/** What every kind of question is given: where it stands, what was answered, and where an answer goes. */
export interface QuestionProps<T extends AnswerValue['kind']> {
  readonly entry: AskedItem;
  readonly value: Extract<AnswerValue, { kind: T }> | null;
  readonly onAnswer: (value: AnswerValue | null) => void;
}

/** The answer, where it is of the kind that the question takes. */
export function ofKind<T extends AnswerValue['kind']>(
  value: AnswerValue | undefined,
  kind: T,
): Extract<AnswerValue, { kind: T }> | null {
  return value?.kind === kind ? (value as Extract<AnswerValue, { kind: T }>) : null;
}

type Scales = typeof SCALES;

/** The points of a scale from negative to positive, and the answer apart that is not scored. */
export function pointsOf(scales: Scales, scale: ScaleName): readonly { value: string; text: string; isApart: boolean }[] {
  const { points, notScored } = scales[scale];
  return [
    ...points.map((text, index) => ({ value: String(index + 1), text, isApart: false })),
    { value: 'none', text: notScored, isApart: true },
  ];
}
