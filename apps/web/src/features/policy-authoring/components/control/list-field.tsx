import { useState, type ReactElement, type ReactNode } from 'react';
import { Button, Fieldset, Group, MultiSelect, Stack, TagsInput, Text } from '@mantine/core';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import type { FormControl, FormOption } from '@plumbline/analytics/policy-form';
import { beginValue } from '../../model/begin-value.ts';
import { isRecord, type Data } from '../../model/draft-edits.ts';
import { countRemarks, problemAt, remarksAt } from '../../model/remarks.ts';
import { useInputProps, useSurroundings, withValue, type ControlProps } from './control-context.ts';
import css from './control.module.css';

type ListControl = Extract<FormControl, { kind: 'list' }>;

/** Several values: chosen from a list where there is one, typed as words, or one form after the other. */
export function ListField(props: ControlProps<ListControl>): ReactElement {
  const { of } = props.control;
  const { offered } = useSurroundings();
  if (of.kind === 'choice') return <Chosen {...props} options={of.options} />;
  if (of.kind === 'text' && of.suggest !== null && of.suggest !== 'areas')
    return <Chosen {...props} options={offered(of.suggest)} />;
  return of.kind === 'text' ? <Words {...props} /> : <Forms {...props} />;
}

function itemsOf(value: Data | undefined): readonly Data[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Data[]) : [value];
}

function Chosen(props: ControlProps<ListControl> & { readonly options: readonly FormOption[] }): ReactElement {
  const { value, onChange, isRequired, options } = props;
  const common = useInputProps(props);
  const chosen = itemsOf(value).map(String);
  return (
    <MultiSelect
      {...common}
      searchable
      hidePickedOptions
      data={withValue(options, ...chosen)}
      value={chosen}
      onChange={(next) => onChange(next.length === 0 && !isRequired ? undefined : next)}
    />
  );
}

function Words(props: ControlProps<ListControl>): ReactElement {
  const { value, onChange, isRequired } = props;
  const common = useInputProps(props);
  return (
    <TagsInput
      {...common}
      splitChars={[';']}
      value={itemsOf(value).map(String)}
      onChange={(next) => onChange(next.length === 0 && !isRequired ? undefined : next)}
    />
  );
}

function Forms({ control, path, label, help, value, onChange, isRequired }: ControlProps<ListControl>): ReactElement {
  const { Field, remarks, isReadOnly } = useSurroundings();
  const [added, setAdded] = useState(-1);
  const items = itemsOf(value);
  const problem = problemAt(remarks, path);
  const change = (next: readonly Data[]): void => onChange(next.length === 0 && !isRequired ? undefined : next);
  return (
    <Fieldset legend={label} id={path} disabled={isReadOnly}>
      <Stack gap="md">
        {help !== null && <Text className={css['help'] ?? ''}>{help}</Text>}
        {items.map((item, i) => (
          // Items have nothing that tells them apart but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Item
            key={i}
            title={titleOf(item) ?? `${label} ${i + 1}`}
            isOpenAtFirst={items.length === 1 || i === added}
            toMend={toMendIn(remarks, `${path}.${i}`)}
          >
            <Field
              control={control.of}
              path={`${path}.${i}`}
              label={titleOf(item) ?? `${label} ${i + 1}`}
              help={null}
              isRequired
              value={item}
              onChange={(next) => change(next === undefined ? items.toSpliced(i, 1) : items.with(i, next))}
            />
            <Group mt="xs">
              <Button variant="subtle" size="xs" onClick={() => change(items.toSpliced(i, 1))}>
                Take away {titleOf(item) ?? `number ${i + 1}`}
              </Button>
            </Group>
          </Item>
        ))}
        {problem !== null && <Text className={css['problem'] ?? ''}>{problem}</Text>}
        <Group>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setAdded(items.length);
              change([...items, beginValue(control.of)]);
            }}
          >
            Add to “{label}”
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface ItemProps {
  readonly title: string;
  readonly isOpenAtFirst: boolean;
  readonly toMend: number;
  readonly children: ReactNode;
}

/** One of several forms: its fields are drawn once it is opened, for some lists are long. */
function Item({ title, isOpenAtFirst, toMend, children }: ItemProps): ReactElement {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className={css['item']} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} {toMend > 0 && <span className={css['problem']}>{toMend} to mend</span>}
      </summary>
      {isOpen && children}
    </details>
  );
}

function toMendIn(remarks: readonly DraftRemark[], path: string): number {
  return countRemarks(remarksAt(remarks, path)).toMend;
}

/** What an item is called: its title, topic, question or number. */
function titleOf(item: Data): string | null {
  if (!isRecord(item)) return null;
  for (const name of ['title', 'topic', 'question', 'label', 'name', 'id']) {
    const text = item[name];
    if (typeof text === 'string' && text !== '') return text;
  }
  return null;
}
