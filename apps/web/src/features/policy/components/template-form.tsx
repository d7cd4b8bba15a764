import { type ReactElement, type ReactNode } from 'react';
import { Alert, Badge, Group } from '@mantine/core';
import type { FormFieldModel, FormModel, FormPartModel, FormSectionModel } from '@plumbline/analytics/prepare';
import { Cites } from './cites.tsx';
import { FieldPreview } from './field-preview.tsx';
import css from './template-form.module.css';

interface TemplateFormProps {
  readonly form: FormModel;
  /** What stands in the place of a box: an entry on pages where somebody writes, an empty box where it is only shown. */
  readonly renderField?: (field: FormFieldModel) => ReactNode;
}

/** A form of the policy as it looks: parts, sections and boxes in their order, each saying what goes in and who asks for it. */
export function TemplateForm({ form, renderField = (field) => <FieldPreview field={field} /> }: TemplateFormProps): ReactElement {
  return (
    <div className={css['form']}>
      {form.notice !== null && (
        <Alert variant="light" color="gray" mb="md" title="On the form">
          {form.notice}
        </Alert>
      )}
      {form.parts.map((part) => (
        <Part key={part.id} part={part} renderField={renderField} />
      ))}
    </div>
  );
}

interface Drawing {
  readonly renderField: (field: FormFieldModel) => ReactNode;
}

function Part({ part, renderField }: Drawing & { readonly part: FormPartModel }): ReactElement {
  const id = `part-${part.id}`;
  return (
    <section aria-labelledby={id} className={css['part']} data-kind={part.kind}>
      <header>
        <h3 id={id}>{part.title}</h3>
        <p className={css['quiet']}>
          {part.about} · filled in by the {part.filledBy}
        </p>
        {part.help !== null && <p>{part.help}</p>}
      </header>
      {part.sections.map((section) => (
        <Section key={section.id} section={section} renderField={renderField} />
      ))}
    </section>
  );
}

function Section({ section, renderField }: Drawing & { readonly section: FormSectionModel }): ReactElement {
  return (
    <div className={css['section']}>
      <Group gap="xs" align="baseline">
        <h4>{section.title}</h4>
        {section.isOptional && <Mark>may be left out</Mark>}
        {section.isOurs && <Mark>ours</Mark>}
      </Group>
      {section.help !== null && <p className={css['help']}>{section.help}</p>}
      {section.onlyWhen !== null && <p className={css['help']}>{section.onlyWhen}</p>}
      <p className={css['quiet']}>
        <Cites rows={section.cites} />
      </p>
      {section.fields.map((field) => (
        <Field key={field.id} field={field} renderField={renderField} />
      ))}
    </div>
  );
}

function Field({ field, renderField }: Drawing & { readonly field: FormFieldModel }): ReactElement {
  return (
    <div className={css['field']} data-field={field.id}>
      <p className={css['label']}>
        {field.label} <span className={css['quiet']}>{notesOn(field).join(' · ')}</span>
      </p>
      {field.help !== null && <p className={css['help']}>{field.help}</p>}
      {field.onlyWhen !== null && <p className={css['help']}>{field.onlyWhen}</p>}
      {renderField(field)}
      {field.cites.length > 0 && (
        <p className={css['quiet']}>
          <Cites rows={field.cites} />
        </p>
      )}
    </div>
  );
}

/** What goes in, unless the label says it already; whether it has to; whether it is ours. */
function notesOn({ label, kindInWords, isRequired, isOurs }: FormFieldModel): string[] {
  const isSaid = label.toLowerCase().includes(kindInWords.toLowerCase());
  return [...(isSaid ? [] : [kindInWords]), ...(isRequired ? ['required'] : []), ...(isOurs ? ['ours'] : [])];
}

function Mark({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Badge tt="none" variant="outline" size="sm">
      {children}
    </Badge>
  );
}
