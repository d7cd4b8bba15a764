import { type ReactElement } from 'react';
import { Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FormField } from '@plumbline/analytics/policy-form';
import { isRecord, valueAt, type Data } from '../model/draft-edits.ts';
import type { DraftPart } from '../model/draft-parts.ts';
import { countRemarks, remarksAt } from '../model/remarks.ts';
import { ControlField } from './control/control-field.tsx';
import { withField } from './control/nested-fields.tsx';
import css from './draft.module.css';
import type { DraftWork } from './use-draft.ts';

interface DraftPartsProps {
  readonly draftId: string;
  readonly parts: readonly DraftPart[];
  readonly open: DraftPart;
  readonly work: DraftWork;
}

/** The parts of a policy beside its rules: which there are, and the open one as a form. */
export function DraftParts({ draftId, parts, open, work }: DraftPartsProps): ReactElement {
  return (
    <div className={css['rules']}>
      <nav aria-label="Other parts of the draft" className={css['list']}>
        <ul className={css['ruleList']}>
          {parts.map((part) => {
            const { toMend } = countRemarks(part.fields.flatMap(({ name }) => remarksAt(work.remarks, name)));
            return (
              <li key={part.name}>
                <Link
                  to="/policy/draft"
                  search={{ id: draftId, part: part.name }}
                  replace
                  resetScroll={false}
                  className={css['entry']}
                  aria-current={part.name === open.name ? 'page' : undefined}
                >
                  {part.label}
                  {toMend > 0 && <span className={css['toMend']}>{toMend} to mend</span>}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <PartEditor key={open.name} part={open} work={work} />
    </div>
  );
}

function PartEditor({ part, work }: { readonly part: DraftPart; readonly work: DraftWork }): ReactElement {
  return (
    <Stack gap="md" className={css['form'] ?? ''}>
      <Title order={2}>{part.label}</Title>
      {part.fields.map((field) => (
        <PartField key={field.name} field={field} work={work} />
      ))}
    </Stack>
  );
}

/** One field of the policy; of a group the fields themselves, since the page has its name above them. */
function PartField({ field, work }: { readonly field: FormField; readonly work: DraftWork }): ReactElement {
  const { name, control } = field;
  const value = valueAt(work.pack, [name]);
  const set = (next: Data | undefined): void =>
    work.edit(next === undefined ? { op: 'remove', path: [name] } : { op: 'set', path: [name], value: next });
  if (control.kind === 'group' && isRecord(value))
    return (
      <>
        {control.fields.map((inside) => (
          <ControlField
            key={inside.name}
            control={inside.control}
            path={`${name}.${inside.name}`}
            label={inside.label}
            help={inside.help}
            isRequired={inside.isRequired}
            value={value[inside.name]}
            onChange={(next) => set(withField(value, inside.name, next))}
          />
        ))}
      </>
    );
  return (
    <ControlField
      control={control}
      path={name}
      label={field.label}
      help={field.help}
      isRequired={field.isRequired}
      value={value}
      onChange={set}
    />
  );
}
