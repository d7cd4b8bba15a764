import { lazy, Suspense, useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { Badge, Button, Group, Loader, Text } from '@mantine/core';
import type { AuditQuestion, ToolFinding } from '@plumbline/domain/audits';
import type { PolicyWording } from '../model/policy-wording.ts';
import { describedAs } from '../model/tool-words.ts';
import css from './audit-tools.module.css';
import { focusSoon } from './focus-soon.ts';
import type { ToolWork } from './use-tool.ts';

// Loaded when the first question is opened.
const QuestionEditor = lazy(async () => ({ default: (await import('./question-editor.tsx')).QuestionEditor }));

export interface QuestionRowProps {
  readonly question: AuditQuestion;
  readonly number: number;
  /** Within its area, from 0. */
  readonly place: { readonly at: number; readonly of: number };
  readonly work: ToolWork;
  readonly isOpen: boolean;
  readonly findings: readonly ToolFinding[];
  readonly wording: PolicyWording | null;
  readonly onOpen: (id: string | null) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onTakeOut: () => void;
}

/** One question in the list, and its editor below it once it is opened. */
export function QuestionRow(props: QuestionRowProps): ReactElement {
  const { question, number, work, isOpen, findings, wording } = props;
  return (
    <li className={css['question']}>
      <div className={css['row']}>
        <Heading {...props} />
        <Moves {...props} />
      </div>
      {isOpen && (
        <div className={css['editor']}>
          <Suspense fallback={<Loader size="sm" aria-label="Opening the question" />}>
            <QuestionEditor question={question} number={number} work={work} findings={findings} wording={wording} />
          </Suspense>
        </div>
      )}
    </li>
  );
}

function Heading({ question, number, isOpen, findings, wording, onOpen, onMove }: QuestionRowProps): ReactElement {
  const heading = useRef<HTMLButtonElement>(null);
  // Opened from elsewhere on the page it is brought into sight, and takes a focus that nothing has; both are the browser's.
  useEffect(() => {
    if (!isOpen) return;
    heading.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isOpen]);

  function moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
    focusSoon(`question ${question.id}`);
  }

  return (
    <button
      ref={heading}
      id={`question ${question.id}`}
      type="button"
      className={css['heading']}
      aria-expanded={isOpen}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onClick={() => onOpen(isOpen ? null : question.id)}
      onKeyDown={moveByKey}
    >
      <span className={css['number']}>{number}</span>
      <span>
        <Words asks={question.asks} />
        <span className={css['about']}>
          {[...describedAs(question), ...(wording?.kind === 'reworded' ? ['Reworded'] : [])].join(' · ')}
          {question.isLimiting && (
            <>
              {' · '}
              <span className={css['limits']}>
                <span aria-hidden="true">⊤</span> Limits the overall grade
              </span>
            </>
          )}
        </span>
        {findings.length > 0 && <Remarks findings={findings} />}
      </span>
    </button>
  );
}

function Words({ asks }: { readonly asks: string }): ReactElement {
  const isBlank = asks.trim() === '';
  return <span className={`${css['words']} ${isBlank ? css['noWords'] : ''}`}>{isBlank ? 'No words yet' : asks}</span>;
}

function Remarks({ findings }: { readonly findings: readonly ToolFinding[] }): ReactElement {
  const mend = findings.filter(({ weight }) => weight === 'must').length;
  return mend > 0 ? (
    <Badge tt="none" variant="light" color="var(--pl-status-overdue)">
      ▲ {mend} to mend
    </Badge>
  ) : (
    <Text span size="sm" c="var(--pl-status-advisory)">
      ◇ Worth a look
    </Text>
  );
}

function Moves({ question: { id }, number, place: { at, of }, onMove, onTakeOut }: QuestionRowProps): ReactElement {
  function move(step: -1 | 1): void {
    onMove(step);
    // At an end its button can no longer be pressed: the other one takes the focus.
    const isAtEnd = at + step === 0 || at + step === of - 1;
    const isUp = isAtEnd ? step === 1 : step === -1;
    focusSoon(`${isUp ? 'up' : 'down'} ${id}`);
  }
  return (
    <Group gap={4} wrap="nowrap" className={`${css['moves'] ?? ''} no-print`}>
      <Button
        id={`up ${id}`}
        size="compact-sm"
        variant="subtle"
        disabled={at === 0}
        aria-label={`Move question ${number} up`}
        onClick={() => move(-1)}
      >
        ↑
      </Button>
      <Button
        id={`down ${id}`}
        size="compact-sm"
        variant="subtle"
        disabled={at === of - 1}
        aria-label={`Move question ${number} down`}
        onClick={() => move(1)}
      >
        ↓
      </Button>
      <Button id={`out ${id}`} size="compact-sm" variant="subtle" aria-label={`Take question ${number} out`} onClick={onTakeOut}>
        ✕
      </Button>
    </Group>
  );
}
