import { type MouseEvent, type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { auditKind, GRADE_WORDS, LIMITED_TO, type AuditTool } from '@plumbline/domain/audits';
import { areasOf, numberOf } from '../model/edit-tool.ts';
import css from './audit-tools.module.css';

interface ContentsProps {
  readonly tool: AuditTool;
  readonly onOpen: (id: string) => void;
}

/** Where a heading of an area stands on the page. */
export function areaId(title: string): string {
  return `area-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

/** The areas to go to, and the questions that limit the overall grade: beside the questions at a desk. */
export function Contents({ tool, onOpen }: ContentsProps): ReactElement | null {
  if (tool.questions.length === 0) return null;
  return (
    <aside className={`${css['aside']} no-print`} aria-label="Areas and limits">
      <h2>Areas</h2>
      <ul className={css['contents']}>
        {areasOf(tool).map(({ title, questions }) => (
          <li key={title}>
            <a href={`#${areaId(title)}`} onClick={(event) => goTo(event, areaId(title))}>
              {title}
            </a>{' '}
            <Text span c="dimmed">
              {questions.length}
            </Text>
          </li>
        ))}
      </ul>
      {auditKind(tool.kind).isGraded && <Limiting tool={tool} onOpen={onOpen} />}
    </aside>
  );
}

function goTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

function Limiting({ tool, onOpen }: ContentsProps): ReactElement {
  const limiting = tool.questions.filter(({ isLimiting }) => isLimiting);
  return (
    <>
      <h2>Limit the overall grade</h2>
      {limiting.length === 0 ? (
        <Text size="sm" c="dimmed">
          No question does yet. Open one to mark it.
        </Text>
      ) : (
        <ul className={css['contents']}>
          {limiting.map(({ id, asks }) => (
            <li key={id}>
              <button type="button" className={css['asLink']} onClick={() => onOpen(id)}>
                {numberOf(tool, id)}. {asks}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed">
        At most “{GRADE_WORDS[LIMITED_TO]}” overall where one has the lowest answer, unless the auditor says why.
      </Text>
    </>
  );
}
