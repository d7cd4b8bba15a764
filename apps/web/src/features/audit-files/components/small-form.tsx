import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { flushSync } from 'react-dom';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';

/** What a field of a small form is given: its id, and what is wrong with it. */
export type FieldOf = (entry: string) => { readonly id: string; readonly error: string | undefined };

interface SmallFormProps {
  readonly formId: string;
  readonly check: () => readonly FormProblem[];
  readonly onSend: () => void;
  readonly isSending: boolean;
  /** What the server answered to the last try. */
  readonly error: unknown;
  readonly button: string;
  /** Says why it was refused in words of its own; the usual ones where absent. */
  readonly refused?: ((error: unknown) => ReactNode) | undefined;
  /** It was asked for by a button, whose id is the form's with `-open`: the focus comes here, and goes back there. */
  readonly onCancel?: (() => void) | undefined;
  readonly children: (field: FieldOf) => ReactNode;
}

/** A form of one or two fields: what is to mend before it, what the server said, and the button that says what happens. */
export function SmallForm(props: SmallFormProps): ReactElement {
  const { formId, check, onSend, isSending, error, button, refused, onCancel, children } = props;
  const [tries, setTries] = useState(0);
  const problems = tries === 0 ? [] : check();
  const refusal = useMemo(() => (error === null || error === undefined ? null : refusalOf(error)), [error]);

  const box = useRef<HTMLDivElement>(null);
  const isAskedFor = onCancel !== undefined;
  // The focus belongs to the browser.
  useEffect(() => {
    if (isAskedFor) box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [isAskedFor]);

  function cancel(): void {
    flushSync(() => onCancel?.());
    document.getElementById(`${formId}-open`)?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (check().length > 0) return setTries(tries + 1);
    setTries(0);
    onSend();
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="md" ref={box}>
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {refusal !== null && (refused?.(error) ?? <RefusalNotice refusal={refusal} />)}
        {children((entry) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) }))}
        <Group gap="sm">
          <Button type="submit" loading={isSending}>
            {button}
          </Button>
          {isAskedFor && (
            <Button variant="default" onClick={cancel}>
              Leave it
            </Button>
          )}
        </Group>
      </Stack>
    </PlainForm>
  );
}

/** What is wrong where a text must be there and is not. */
export function needed(entry: string, text: string, message: string): FormProblem[] {
  return text.trim() === '' ? [{ entry, message }] : [];
}
