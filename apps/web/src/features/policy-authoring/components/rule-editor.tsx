import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { RuleForm } from '@plumbline/analytics/policy-form';
import { asKind, freeId } from '../model/begin-value.ts';
import { idOf, isRecord, rulesOf, textOf, valueAt, type DataRecord } from '../model/draft-edits.ts';
import { remarksAt } from '../model/remarks.ts';
import { ControlField } from './control/control-field.tsx';
import { DataField } from './control/plain-fields.tsx';
import { withField } from './control/nested-fields.tsx';
import css from './draft.module.css';
import type { DraftWork } from './use-draft.ts';

interface RuleEditorProps {
  readonly work: DraftWork;
  readonly forms: readonly RuleForm[];
  readonly at: number;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string | undefined) => void;
}

/** One rule as a form, made from what its kind asks for. */
export function RuleEditor({ work, forms, at, isReadOnly, onOpen }: RuleEditorProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus belongs to the browser: on a phone the rule takes the place of the list.
  useEffect(() => heading.current?.focus({ preventScroll: false }), []);
  const rule = rulesOf(work.pack)[at];
  const path = `rules.${at}`;
  if (!isRecord(rule))
    return (
      <DataField
        control={{ kind: 'data' }}
        path={path}
        label="This rule, as data"
        help={null}
        isRequired
        value={rule}
        onChange={(value) => work.edit({ op: 'set', path: ['rules', at], value: value ?? {} })}
      />
    );
  const form = forms.find((one) => one.kind === rule['kind']);
  return (
    <Stack gap="md" className={css['form'] ?? ''}>
      <div>
        <Group className={css['onlyNarrow'] ?? ''} mb="xs">
          <Button variant="default" size="xs" onClick={() => onOpen(undefined)}>
            All rules
          </Button>
        </Group>
        <Title order={2} ref={heading} tabIndex={-1}>
          {idOf(rule) === '' ? 'A rule without a number' : idOf(rule)}
        </Title>
        {form !== undefined && <Text c="dimmed">{`${form.label}: ${form.help}`}</Text>}
      </div>
      <Remarks work={work} path={path} />
      <NativeSelect
        label="What sort of rule this is"
        maw="24rem"
        disabled={isReadOnly}
        data={forms.map(({ kind, label }) => ({ value: kind, label }))}
        value={textOf(rule, 'kind')}
        onChange={(event) => {
          const chosen = forms.find((one) => one.kind === event.currentTarget.value);
          if (chosen !== undefined) work.edit({ op: 'set', path: ['rules', at], value: asKind(chosen, rule) });
        }}
      />
      {form === undefined ? null : <Fields form={form} rule={rule} at={at} work={work} onOpen={onOpen} />}
      {!isReadOnly && <RuleActions rule={rule} at={at} work={work} onOpen={onOpen} />}
    </Stack>
  );
}

function Fields({
  form,
  rule,
  at,
  work,
  onOpen,
}: Omit<RuleEditorProps, 'forms' | 'isReadOnly'> & { readonly form: RuleForm; readonly rule: DataRecord }): ReactElement {
  return (
    <>
      {form.fields.map((field) => (
        <ControlField
          key={field.name}
          control={field.control}
          path={`rules.${at}.${field.name}`}
          label={field.label}
          help={field.help}
          isRequired={field.isRequired}
          value={rule[field.name]}
          onChange={(value) => {
            work.edit({ op: 'set', path: ['rules', at], value: withField(rule, field.name, value) });
            if (field.name === 'id' && typeof value === 'string') onOpen(value);
          }}
        />
      ))}
      <Unknown form={form} rule={rule} />
    </>
  );
}

/** Fields that the kind of rule does not know: seen in the text, and to be taken out there. */
function Unknown({ form, rule }: { readonly form: RuleForm; readonly rule: DataRecord }): ReactElement | null {
  const known = new Set(['kind', ...form.fields.map(({ name }) => name)]);
  const strange = Object.keys(rule).filter((name) => !known.has(name));
  if (strange.length === 0) return null;
  return (
    <Alert color="gray">
      This rule also has {strange.join(', ')}, which its kind does not know. Take it out where the policy is shown as text.
    </Alert>
  );
}

function Remarks({ work, path }: { readonly work: DraftWork; readonly path: string }): ReactElement | null {
  const found = remarksAt(work.remarks, path);
  if (found.length === 0) return null;
  const toMend = found.filter(({ severity }) => severity !== 'note');
  return (
    <Alert
      variant="light"
      color={toMend.length > 0 ? 'var(--pl-status-overdue)' : 'gray'}
      title={toMend.length > 0 ? 'To mend' : 'To know'}
    >
      <ul className={css['plainList']}>
        {found.map((remark) => (
          <li key={`${remark.path} ${remark.message}`}>{remark.message}</li>
        ))}
      </ul>
    </Alert>
  );
}

function RuleActions({
  rule,
  at,
  work,
  onOpen,
}: Omit<RuleEditorProps, 'forms' | 'isReadOnly'> & { readonly rule: DataRecord }): ReactElement {
  function copy(): void {
    const packId = valueAt(work.pack, ['id']);
    const id = freeId(rulesOf(work.pack).map(idOf), typeof packId === 'string' ? packId : 'NEW');
    work.edit({ op: 'insert', path: ['rules', at + 1], value: { ...rule, id, isLocal: true } });
    onOpen(id);
  }

  return (
    <Group gap="sm" mt="md">
      <Button variant="default" onClick={copy}>
        Begin another like it
      </Button>
      <Button
        variant="default"
        onClick={() => {
          work.edit({ op: 'remove', path: ['rules', at] });
          onOpen(undefined);
        }}
      >
        Take this rule out
      </Button>
    </Group>
  );
}
