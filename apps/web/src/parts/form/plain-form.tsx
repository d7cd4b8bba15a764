import { type FormEvent, type ReactElement, type ReactNode } from 'react';
import css from './form.module.css';

interface PlainFormProps {
  readonly onSubmit: (event: FormEvent) => void;
  readonly children: ReactNode;
}

/** A form that checks itself: the browser's own bubbles stay away. */
export function PlainForm({ onSubmit, children }: PlainFormProps): ReactElement {
  return (
    <form onSubmit={onSubmit} noValidate className={css['form']}>
      {children}
    </form>
  );
}
