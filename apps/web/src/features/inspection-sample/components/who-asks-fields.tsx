import { type ReactElement } from 'react';
import { Select, Textarea, TextInput } from '@mantine/core';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import { FORM, type DraftFieldsProps } from '../model/draft-fields.ts';
import type { Inspectorate } from '../model/outputs.ts';
import { INSPECTORATE_WORDS } from '../model/sample-words.ts';
import css from './sample.module.css';

const BODIES = Object.entries(INSPECTORATE_WORDS).map(([value, label]) => ({ value, label }));

/** Who asks, why, and who sits beside them. */
export function WhoAsksFields({ draft, problems, onChange }: DraftFieldsProps): ReactElement {
  return (
    <fieldset className={css['group']}>
      <legend>Who asks</legend>
      <Select
        id={fieldId(FORM, 'inspectorate')}
        label="Body"
        placeholder="Choose"
        maw="28rem"
        data={BODIES}
        value={draft.inspectorate === '' ? null : draft.inspectorate}
        error={problemOfEntry(problems, 'inspectorate')}
        onChange={(value) => onChange({ inspectorate: (value ?? '') as Inspectorate | '' })}
      />
      <TextInput
        id={fieldId(FORM, 'askedBy')}
        label="Role of whoever asks"
        description="Such as lead inspector. If it is another body, say which."
        maw="28rem"
        maxLength={120}
        autoComplete="off"
        value={draft.askedBy}
        error={problemOfEntry(problems, 'askedBy')}
        onChange={(event) => onChange({ askedBy: event.currentTarget.value })}
      />
      <Textarea
        id={fieldId(FORM, 'purpose')}
        label="Why"
        description="In a sentence. No names of children, and nothing about them: this stays in the list of samples."
        maw="40rem"
        autosize
        minRows={2}
        maxLength={500}
        value={draft.purpose}
        error={problemOfEntry(problems, 'purpose')}
        onChange={(event) => onChange({ purpose: event.currentTarget.value })}
      />
      <SubjectPicker
        id={fieldId(FORM, 'beside')}
        kind="person"
        label="Who sits beside the inspector"
        help="A member of staff whom the sample does not name. You say it again at each opening."
        value={draft.beside.id}
        calledAs={draft.beside.name}
        error={problemOfEntry(problems, 'beside')}
        onChange={(id, name) => onChange({ beside: { id, name } })}
      />
    </fieldset>
  );
}
