import { type ReactElement } from 'react';
import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { auditKind, type AuditedKind } from '@plumbline/domain/audits';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { withKind, type Beginning } from '../model/beginning.ts';
import { keepable } from '../model/edit-tool.ts';
import type { ToolListRow } from '../model/outputs.ts';
import { ABOUT_WORDS } from '../model/tool-words.ts';
import { KindChoice } from './kind-choice.tsx';

export const BEGIN_FORM = 'begin-tool';

interface BeginFieldsProps {
  readonly tools: readonly ToolListRow[];
  readonly beginning: Beginning;
  readonly title: string;
  readonly problems: readonly FormProblem[];
  readonly onChange: (beginning: Beginning) => void;
}

/** With what it begins, what kind of audit it is for, and its title. */
export function BeginFields(props: BeginFieldsProps): ReactElement {
  const { tools, beginning, title, problems, onChange } = props;
  return (
    <>
      {tools.length > 0 && <FromChoice {...props} />}
      {beginning.from === 'policy' ? <PolicyFields {...props} /> : <CopyField {...props} />}
      <TextInput
        id={fieldId(BEGIN_FORM, 'title')}
        label="Title"
        description="Auditors find it by its title."
        maw="36rem"
        maxLength={200}
        value={title}
        error={problemOfEntry(problems, 'title')}
        onChange={(event) => onChange({ ...beginning, typed: keepable(event.currentTarget.value) })}
      />
    </>
  );
}

function FromChoice({ beginning, onChange }: BeginFieldsProps): ReactElement {
  return (
    <Radio.Group
      label="Begin with"
      value={beginning.from}
      onChange={(from) => onChange({ ...beginning, from: from as Beginning['from'] })}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="policy" label="The questions of the policy in force" />
        <Radio value="copy" label="A copy of an audit tool of ours" description="As it stands today, published or not." />
      </Stack>
    </Radio.Group>
  );
}

function PolicyFields({ beginning, onChange }: BeginFieldsProps): ReactElement {
  const { about: choices } = auditKind(beginning.kind);
  return (
    <>
      <KindChoice kind={beginning.kind} onChange={(kind) => onChange(withKind(beginning, kind))} />
      {choices.length > 1 && (
        <Radio.Group
          label="What it looks at"
          value={beginning.about}
          onChange={(about) => onChange({ ...beginning, about: about as AuditedKind })}
        >
          <Stack gap="xs" mt="xs">
            {choices.map((choice) => (
              <Radio key={choice} value={choice} label={ABOUT_WORDS[choice]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}

function CopyField({ tools, beginning, problems, onChange }: BeginFieldsProps): ReactElement {
  return (
    <NativeSelect
      id={fieldId(BEGIN_FORM, 'copied')}
      label="Which one"
      maw="36rem"
      data={[
        { value: '', label: 'Choose one' },
        ...tools.map(({ id, title }) => ({ value: id, label: title.trim() === '' ? 'Without a title' : title })),
      ]}
      value={beginning.copied}
      error={problemOfEntry(problems, 'copied')}
      onChange={(event) => onChange({ ...beginning, copied: event.currentTarget.value })}
    />
  );
}
