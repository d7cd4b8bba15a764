import { useState, type ReactElement } from 'react';
import { Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { RuleForm } from '@plumbline/analytics/policy-form';
import { Empty } from '../../../app/states/empty.tsx';
import { beginRule, freeId } from '../model/begin-value.ts';
import { idOf, isRecord, rulesOf, textOf, valueAt, type Data } from '../model/draft-edits.ts';
import { countRemarks, remarksAt } from '../model/remarks.ts';
import css from './draft.module.css';
import { RuleEditor } from './rule-editor.tsx';
import type { DraftWork } from './use-draft.ts';

interface DraftRulesProps {
  readonly work: DraftWork;
  readonly forms: readonly RuleForm[];
  readonly isReadOnly: boolean;
  /** Id of the rule that is open. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** The rules of a draft as a list, and the open one as a form beside it. */
export function DraftRules({ work, forms, isReadOnly, open, onOpen }: DraftRulesProps): ReactElement {
  const [find, setFind] = useState('');
  const rules = rulesOf(work.pack);
  const at = open === undefined ? -1 : rules.findIndex((rule) => idOf(rule) === open);
  const wanted = find.trim().toLowerCase();
  const shown = rules.flatMap((rule, i) =>
    `${idOf(rule)} ${textOf(rule, 'clause')} ${textOf(rule, 'says')} ${textOf(rule, 'area')}`.toLowerCase().includes(wanted)
      ? [i]
      : [],
  );
  return (
    <div className={at >= 0 ? `${css['rules']} ${css['withRule']}` : css['rules']}>
      <nav aria-label="Rules of the draft" className={css['list']}>
        <Stack gap="sm">
          <TextInput
            type="search"
            aria-label="Find a rule"
            placeholder="Find a rule"
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          {!isReadOnly && <AddRule work={work} forms={forms} onOpen={onOpen} />}
          {shown.length === 0 && <Text c="dimmed">No rule contains “{find}”.</Text>}
          <ul className={css['ruleList']}>
            {shown.map((i) => (
              <li key={`${idOf(rules[i])} ${i}`}>
                <RuleEntry rule={rules[i] ?? null} at={i} isOpen={i === at} work={work} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </Stack>
      </nav>
      <div>
        {at < 0 ? (
          <Empty title="No rule open">Choose a rule from the list to read and change it, or add one.</Empty>
        ) : (
          <RuleEditor key={at} work={work} forms={forms} at={at} isReadOnly={isReadOnly} onOpen={onOpen} />
        )}
      </div>
    </div>
  );
}

interface RuleEntryProps {
  readonly rule: Data;
  readonly at: number;
  readonly isOpen: boolean;
  readonly work: DraftWork;
  readonly onOpen: (id: string) => void;
}

function RuleEntry({ rule, at, isOpen, work, onOpen }: RuleEntryProps): ReactElement {
  const { toMend } = countRemarks(remarksAt(work.remarks, `rules.${at}`));
  const isLocal = isRecord(rule) && rule['isLocal'] === true;
  return (
    <button type="button" className={css['entry']} aria-current={isOpen ? 'true' : undefined} onClick={() => onOpen(idOf(rule))}>
      <span>
        <strong>{idOf(rule) === '' ? 'Without a number' : idOf(rule)}</strong> {textOf(rule, 'says').slice(0, 90)}
      </span>
      <Group gap={4}>
        {isLocal && (
          <Badge tt="none" variant="outline">
            Local
          </Badge>
        )}
        {toMend > 0 && (
          <Badge tt="none" variant="light" color="var(--pl-status-overdue)">
            {toMend} to mend
          </Badge>
        )}
      </Group>
    </button>
  );
}

function AddRule({ work, forms, onOpen }: Pick<DraftRulesProps, 'work' | 'forms' | 'onOpen'>): ReactElement {
  const [kind, setKind] = useState(forms[0]?.kind ?? '');
  const form = forms.find((one) => one.kind === kind);

  function add(): void {
    if (form === undefined) return;
    const rules = rulesOf(work.pack);
    const packId = valueAt(work.pack, ['id']);
    const id = freeId(rules.map(idOf), typeof packId === 'string' ? packId : 'NEW');
    const area = textOf(rules.at(-1), 'area') || 'Local';
    work.edit({ op: 'insert', path: ['rules', rules.length], value: beginRule(form, id, area) });
    onOpen(id);
  }

  return (
    <Group gap="xs" align="end" wrap="nowrap">
      <NativeSelect
        label="A new rule that says"
        data={forms.map(({ kind: value, label }) => ({ value, label }))}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        className={css['grow'] ?? ''}
      />
      <Button variant="default" onClick={add}>
        Add
      </Button>
    </Group>
  );
}
