import { type ReactElement } from 'react';
import { Alert, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { designFinding, lineageBroken } from '@plumbline/analytics/wording';
import type { DesignFinding, Item } from '@plumbline/domain/surveys';
import { withChanged, withMoved } from '../model/edit-form.ts';
import { placeOf } from '../model/item-words.ts';
import { AnswerFields } from './answer-fields.tsx';
import { AskedFields } from './asked-fields.tsx';
import { CountedFields } from './counted-fields.tsx';
import css from './design.module.css';
import type { FormWork } from './use-form.ts';

interface ItemEditorProps {
  readonly item: Item;
  readonly work: FormWork;
  readonly findings: readonly DesignFinding[];
}

/** What every part of the editor is given: the question, the form around it, and how it is changed. */
export interface ItemFieldsProps {
  readonly item: Item;
  readonly work: FormWork;
  readonly onChange: (change: (item: Item) => Item) => void;
}

/** One question in fields: its words, its answers, who is asked, and where it counts. */
export function ItemEditor({ item, work, findings }: ItemEditorProps): ReactElement {
  const onChange = (change: (before: Item) => Item): void =>
    work.edit((form) => withChanged(form, item.id, change), `Changed ${placeOf(work.form, item.id)}`);
  const broken = work.broken.find(({ itemId }) => itemId === item.id);
  const isAskedInBoth = item.blocks.includes('gives') && item.blocks.includes('receives');
  if (item.kind === 'policy-fact') return <FactNote item={item} work={work} onChange={onChange} />;
  return (
    <Stack gap="lg">
      {findings.length > 0 && (
        <ul className={css['findings']}>
          {findings.map((finding, at) => (
            <li key={`${finding.kind} ${at}`}>{designFinding(finding, (other) => placeOf(work.form, other))}</li>
          ))}
        </ul>
      )}
      {broken !== undefined && (
        <Alert variant="light" color="var(--pl-status-advisory)" title="Not compared with the version before">
          {lineageBroken(broken.changes)}
        </Alert>
      )}
      <Textarea
        label="The question"
        description="One idea, in words that you would use in the corridor."
        autosize
        minRows={2}
        maxLength={300}
        value={item.text}
        onChange={(event) => onChange((before) => ({ ...before, text: event.currentTarget.value }))}
      />
      {isAskedInBoth && (
        <Textarea
          label="The question about the supervision that they give"
          description="Left empty, it is asked in the same words."
          autosize
          minRows={2}
          maxLength={300}
          value={item.textGiving ?? ''}
          onChange={(event) => onChange((before) => ({ ...before, textGiving: event.currentTarget.value || null }))}
        />
      )}
      <Textarea
        label="A line of help below it"
        autosize
        minRows={1}
        maxLength={500}
        value={item.help ?? ''}
        onChange={(event) => onChange((before) => ({ ...before, help: event.currentTarget.value || null }))}
      />
      <AnswerFields item={item} work={work} onChange={onChange} />
      <AskedFields item={item} work={work} onChange={onChange} />
      <CountedFields item={item} work={work} onChange={onChange} />
      <PlaceField item={item} work={work} />
    </Stack>
  );
}

/** Where it stands, as a number: quicker than many steps up or down. */
function PlaceField({ item, work }: Pick<ItemFieldsProps, 'item' | 'work'>): ReactElement {
  const { items } = work.form;
  const place = items.findIndex(({ id }) => id === item.id) + 1;
  return (
    <NumberInput
      label="Place in the form"
      description="Everybody’s questions come first, then those about what somebody receives, then about what they give; within each, this order."
      min={1}
      max={items.length}
      allowDecimal={false}
      maw="36rem"
      styles={{ wrapper: { maxWidth: '8rem' } }}
      value={place}
      onChange={(to) =>
        typeof to === 'number' &&
        to !== place &&
        to >= 1 &&
        work.edit((form) => withMoved(form, item.id, to - 1), `Moved “${item.text}”`)
      }
    />
  );
}

/** A question about the policy is not worded by hand: its answers are the policy's. */
function FactNote({ item, work, onChange }: ItemFieldsProps): ReactElement | null {
  if (item.kind !== 'policy-fact') return null;
  return (
    <Stack gap="md">
      <Text>
        Written from the policy{work.form.policy === null ? '' : `, version ${work.form.policy.version}`}: rule {item.rule},{' '}
        {item.clause}. Its answers follow the policy and cannot be changed here.
      </Text>
      <ul className={css['plain']}>
        {item.options.map(({ id, text }) => (
          <li key={id}>{id === item.right ? <strong>✓ {text} (right)</strong> : text}</li>
        ))}
      </ul>
      <CountedFields item={item} work={work} onChange={onChange} />
    </Stack>
  );
}
