import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import { Alert, Anchor, List } from '@mantine/core';
import type { FormProblem } from './form-problem.ts';

/** The id of the field for an entry of a form, so that a summary can lead to it. */
export function fieldId(formId: string, entry: string): string {
  return `${formId}-${entry}`;
}

interface ErrorSummaryProps {
  readonly formId: string;
  readonly problems: readonly FormProblem[];
  /** Counts the tries to save: each one that fails moves the focus here. */
  readonly tries: number;
}

/** What is to mend, before the form: the focus comes here after a try, and each line leads to its field. */
export function ErrorSummary({ formId, problems, tries }: ErrorSummaryProps): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (problems.length === 0) return null;

  function goTo(event: MouseEvent, entry: string): void {
    event.preventDefault();
    const field = document.getElementById(fieldId(formId, entry));
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="var(--pl-status-overdue)"
      maw="52rem"
      variant="light"
      title={
        problems.length === 1
          ? 'One thing to mend before this can be saved'
          : `${problems.length} things to mend before this can be saved`
      }
    >
      <List spacing={4}>
        {problems.map((problem) => (
          <List.Item key={`${problem.entry}:${problem.message}`}>
            <Anchor href={`#${fieldId(formId, problem.entry)}`} onClick={(event) => goTo(event, problem.entry)}>
              {problem.message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The message for one field, so that it stands beside it as well. */
export function problemOfEntry(problems: readonly FormProblem[], entry: string): string | undefined {
  return problems.find((problem) => problem.entry === entry)?.message;
}
