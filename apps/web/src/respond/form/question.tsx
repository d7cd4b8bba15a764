import { useId, type ReactElement, type ReactNode } from 'react';

interface QuestionProps {
  readonly text: string;
  readonly help?: string | null;
  readonly isAnswered: boolean;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** One question with several things to choose from: a group that is read out with its question, and can be emptied again. */
export function Question({ text, help = null, isAnswered, onClear, children }: QuestionProps): ReactElement {
  const id = useId();
  return (
    <fieldset className="question" {...(help === null ? {} : { 'aria-describedby': id })}>
      <legend>{text}</legend>
      {help !== null && (
        <p id={id} className="help">
          {help}
        </p>
      )}
      {children}
      <Clear isAnswered={isAnswered} onClear={onClear} of={text} />
    </fieldset>
  );
}

interface ClearProps {
  readonly isAnswered: boolean;
  readonly onClear: () => void;
  readonly of: string;
}

/** An answer given can be taken back, which radio buttons by themselves do not offer. */
export function Clear({ isAnswered, onClear, of }: ClearProps): ReactElement | null {
  if (!isAnswered) return null;
  return (
    <button type="button" className="link-button small no-print" onClick={onClear}>
      Clear my answer<span className="only-heard">: {of}</span>
    </button>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  /** Stands apart: not on the scale. */
  readonly isApart?: boolean;
}

interface ChoicesProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly isInline?: boolean;
  readonly onChoose: (value: string) => void;
}

/** Radio buttons, each as wide as can be touched. */
export function Choices({ name, choices, value, isInline = false, onChoose }: ChoicesProps): ReactElement {
  return (
    <div className={isInline ? 'choices inline' : 'choices'}>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.isApart === true ? 'choice apart' : 'choice'}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            autoComplete="off"
            checked={value === choice.value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </div>
  );
}
