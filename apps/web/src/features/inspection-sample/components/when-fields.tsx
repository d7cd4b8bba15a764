import { type ReactElement } from 'react';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { FORM, type DraftFieldsProps } from '../model/draft-fields.ts';
import css from './sample.module.css';

/** Which time the records are opened for, and until when the sample opens. */
export function WhenFields({ draft, problems, onChange }: DraftFieldsProps): ReactElement {
  const { today } = useMe();
  return (
    <fieldset className={css['group']}>
      <legend>Which time</legend>
      <DateField
        id={fieldId(FORM, 'from')}
        label="First day"
        help="Twelve months back is usual; three years at most."
        value={draft.from}
        today={today}
        error={problemOfEntry(problems, 'from')}
        onChange={(from) => onChange({ from })}
      />
      <DateField
        id={fieldId(FORM, 'to')}
        label="Last day"
        value={draft.to}
        today={today}
        error={problemOfEntry(problems, 'to')}
        onChange={(to) => onChange({ to })}
      />
      <DateField
        id={fieldId(FORM, 'endsOn')}
        label="Open until the end of"
        help="Two weeks ahead at most. After it the names stay, and the records do not open again."
        value={draft.endsOn}
        today={today}
        error={problemOfEntry(problems, 'endsOn')}
        onChange={(endsOn) => onChange({ endsOn })}
      />
    </fieldset>
  );
}
