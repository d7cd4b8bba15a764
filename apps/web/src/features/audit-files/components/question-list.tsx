import { type ReactElement } from 'react';
import { Box, NativeSelect, VisuallyHidden } from '@mantine/core';
import type { StatusKind } from '@plumbline/analytics/wording';
import { progressOf, type AuditReturn, type AuditTool } from '@plumbline/domain/audits';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { byArea, markOf, WHOLE, type QuestionMark } from '../model/question-marks.ts';
import css from './audit-files.module.css';

interface QuestionListProps {
  readonly tool: AuditTool;
  readonly made: AuditReturn;
  readonly place: string;
  readonly onOpen: (place: string) => void;
}

const SIGNS: Readonly<Record<QuestionMark, { readonly sign: StatusKind; readonly word: string }>> = {
  answered: { sign: 'done', word: 'answered' },
  open: { sign: 'due', word: 'open' },
  'needs-note': { sign: 'confirm', word: 'say what you saw' },
};

/** Every question with how it stands, by area; whichever is chosen opens. Where there is no room beside the question it is one field. */
export function QuestionList({ tool, made, place, onOpen }: QuestionListProps): ReactElement {
  const { answered, of } = progressOf(tool, made);
  const areas = byArea(tool);
  return (
    <nav aria-label="Questions" className={css['side']}>
      <p className={css['progress']}>
        <progress value={answered} max={of} aria-label="Questions answered" />
        <span>
          {answered} of {of} answered
        </span>
      </p>
      <NativeSelect
        hiddenFrom="lg"
        label="Question"
        value={place}
        onChange={(event) => onOpen(event.currentTarget.value)}
        data={[
          ...areas.map(({ area, questions }) => ({
            group: area,
            items: questions.map(({ question, number }) => ({
              value: question.id,
              label: `${number}. ${question.asks} (${SIGNS[markOf(question, made)].word})`,
            })),
          })),
          { value: WHOLE, label: 'The whole: strengths and grade' },
        ]}
      />
      <Box visibleFrom="lg">
        {areas.map(({ area, questions }) => (
          <div key={area}>
            <p className={css['area']}>{area}</p>
            <ol className={css['plain']}>
              {questions.map(({ question, number }) => (
                <li key={question.id}>
                  <Entry isHere={question.id === place} onOpen={() => onOpen(question.id)} mark={markOf(question, made)}>
                    {`${number}. ${question.asks}`}
                  </Entry>
                </li>
              ))}
            </ol>
          </div>
        ))}
        <p className={css['area']}>The whole</p>
        <Entry isHere={place === WHOLE} onOpen={() => onOpen(WHOLE)} mark={null}>
          Strengths and overall grade
        </Entry>
      </Box>
    </nav>
  );
}

interface EntryProps {
  readonly isHere: boolean;
  readonly mark: QuestionMark | null;
  readonly onOpen: () => void;
  readonly children: string;
}

function Entry({ isHere, mark, onOpen, children }: EntryProps): ReactElement {
  return (
    <button
      type="button"
      className={css['entry']}
      aria-current={isHere ? 'true' : undefined}
      data-mark={mark ?? undefined}
      title={children}
      onClick={onOpen}
    >
      {mark !== null && <StatusSign kind={SIGNS[mark].sign} />}
      <span className={css['entryWords']}>{children}</span>
      {mark !== null && <VisuallyHidden>, {SIGNS[mark].word}</VisuallyHidden>}
    </button>
  );
}
