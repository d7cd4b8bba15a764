import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import type { FactKindName } from '@plumbline/domain/facts';
import { leave, useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { checkDraft } from '../model/check-draft.ts';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { differenceOf } from '../../../parts/fact/difference.ts';
import type { Draft } from '../model/draft.ts';
import type { Values } from '../../../parts/fact/field-model.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { DifferenceTable } from '../../../parts/form/difference-table.tsx';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { ErrorSummary, fieldId } from '../../../parts/form/error-summary.tsx';
import { FieldControl } from './field-control.tsx';

export interface FactEntry {
  readonly values: Values;
  readonly names: Readonly<Record<string, string>>;
  readonly because: string | null;
}

interface FactFormProps {
  readonly kind: FactKindName;
  readonly start: Draft;
  /** What is stored now, when correcting. */
  readonly stored?: { readonly values: Values; readonly names: Readonly<Record<string, string>> };
  readonly submitLabel: string;
  readonly isSaving: boolean;
  /** What the server says of single fields. */
  readonly refusedFields: Readonly<Record<string, string>>;
  readonly onSave: (entry: FactEntry) => void;
  readonly onCancel?: () => void;
  /** Shown between the summary and the fields: why the server refused, both versions. */
  readonly children?: ReactNode;
}

/** A plain form for one fact of any kind, made from the registry. */
export function FactForm({
  kind,
  start,
  stored,
  submitLabel,
  isSaving,
  refusedFields,
  onSave,
  onCancel,
  children,
}: FactFormProps): ReactElement {
  const formId = useId();
  const { today } = useMe();
  const fields = fieldsOf(kind);
  const [draft, setDraft] = useState(start);
  const [untouched] = useState(start);
  const [because, setBecause] = useState('');
  useUnsaved(because.trim() !== '' || JSON.stringify(draft.entries) !== JSON.stringify(untouched.entries));
  const [found, setFound] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const refused = Object.entries(refusedFields).map(([name, message]) => ({
    entry: name,
    message: `“${fields.find((field) => field.name === name)?.label ?? name}”: ${message}`,
  }));
  const problems = found.length > 0 ? found : refused;
  const checked = checkDraft(kind, draft, today);
  const changes =
    stored !== undefined && checked.ok ? differenceOf(fields, stored, { values: checked.values, names: draft.names }) : [];

  function submit(event: FormEvent): void {
    event.preventDefault();
    const nothingChanged = stored !== undefined && checked.ok && changes.length === 0;
    const all = !checked.ok
      ? checked.problems
      : nothingChanged
        ? [
            {
              entry: fields.find((field) => !field.isIdentity)?.name ?? '',
              message: 'Nothing is different from what is recorded. Change a field, or leave it as it is.',
            },
          ]
        : [];
    setFound(all);
    if (all.length > 0) setTries(tries + 1);
    else if (checked.ok)
      onSave({ values: checked.values, names: draft.names, because: because.trim() === '' ? null : because.trim() });
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg" maw="44rem">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {children}
        {fields.map((field) => (
          <FieldControl
            key={field.name}
            formId={formId}
            field={field}
            draft={draft}
            problems={problems}
            today={today}
            isFixed={stored !== undefined && field.isIdentity}
            onChange={setDraft}
          />
        ))}
        <Textarea
          id={fieldId(formId, 'because')}
          label={stored === undefined ? 'Who said so (optional)' : 'Why it is corrected (optional)'}
          description="For example “Told by HR on 3 May”. Your name and the time are kept in any case."
          autosize
          minRows={2}
          maxLength={500}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        {stored !== undefined && changes.length > 0 && (
          <DifferenceTable caption="What you are changing" rows={changes} before="Recorded now" after="Corrected" />
        )}
        <Group gap="sm">
          <Button type="submit" loading={isSaving}>
            {submitLabel}
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={() => leave(onCancel)}>
              Leave it as it is
            </Button>
          )}
        </Group>
      </Stack>
    </PlainForm>
  );
}
