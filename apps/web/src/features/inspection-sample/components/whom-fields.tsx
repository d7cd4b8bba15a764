import { type ReactElement } from 'react';
import { Button, Text, Textarea } from '@mantine/core';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { FORM, type DraftFieldsProps } from '../model/draft-fields.ts';
import css from './sample.module.css';

/** Whom inspectors named: staff by name, children by reference number, several at once. */
export function WhomFields({ draft, problems, onChange }: DraftFieldsProps): ReactElement {
  const { people, children } = draft;
  const unknown = problems.filter(({ entry }) => entry === 'children').map(({ message }) => message);
  return (
    <fieldset className={css['group']}>
      <legend>Whom they name</legend>
      <SubjectPicker
        // Each choice joins the list and leaves the field empty for the next.
        key={people.length}
        id={fieldId(FORM, 'persons')}
        kind="person"
        label="Staff"
        help="Choose one after the other. You cannot take up a sample that names yourself."
        value=""
        calledAs={undefined}
        error={problemOfEntry(problems, 'persons')}
        onChange={(id, name) => {
          if (id !== '' && !people.some((one) => one.id === id)) onChange({ people: [...people, { id, name }] });
        }}
      />
      <div aria-live="polite">
        {people.length > 0 && (
          <ul className={css['chosen']} aria-label="Staff chosen">
            {people.map(({ id, name }) => (
              <li key={id}>
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`Leave out ${name}`}
                  onClick={() => onChange({ people: people.filter((one) => one.id !== id) })}
                >
                  {name} <span aria-hidden="true">&nbsp;✕</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Textarea
        id={fieldId(FORM, 'children')}
        label="Children, by reference number"
        description="One to a line, or pasted from a list. If one is not known, nothing is taken up and each line is named."
        maw="28rem"
        autosize
        minRows={4}
        maxRows={16}
        maxLength={4000}
        spellCheck={false}
        value={children}
        error={
          unknown.length === 0
            ? undefined
            : unknown.map((message) => (
                <Text key={message} span inherit display="block">
                  {message}
                </Text>
              ))
        }
        onChange={(event) => onChange({ children: event.currentTarget.value })}
      />
    </fieldset>
  );
}
