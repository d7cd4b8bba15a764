import { type ReactElement } from 'react';
import { Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { BLOCK_WORDS } from '@plumbline/analytics/wording';
import { answersOffered, ROLE_FAMILIES, SCALES, type Block, type Item } from '@plumbline/domain/surveys';
import type { ItemFieldsProps } from './item-editor.tsx';

const WITH_SUPERVISION = ['receives', 'gives', 'both'] as const;

/** Where the question stands, as one choice: most forms need no other. */
const ASKED = {
  everybody: { blocks: ['everybody'] },
  supervised: { blocks: ['everybody'], routes: WITH_SUPERVISION },
  receives: { blocks: ['receives'] },
  gives: { blocks: ['gives'] },
  both: { blocks: ['receives', 'gives'] },
  neither: { blocks: ['neither'] },
} as const satisfies Record<string, { blocks: readonly Block[]; routes?: readonly string[] }>;

type Asked = keyof typeof ASKED;

const ASKED_WORDS: Readonly<Record<Asked, string>> = {
  everybody: BLOCK_WORDS.everybody,
  supervised: 'Everybody who receives supervision or gives it, once',
  receives: `${BLOCK_WORDS.receives}`,
  gives: `${BLOCK_WORDS.gives}`,
  both: 'About the supervision they receive, and again about what they give',
  neither: BLOCK_WORDS.neither,
};

function askedOf(item: Item): Asked | null {
  const blocks = item.blocks.join(' ');
  if (blocks === 'everybody') return item.routes === undefined ? 'everybody' : 'supervised';
  if (item.routes !== undefined) return null;
  return (Object.keys(ASKED) as Asked[]).find((name) => ASKED[name].blocks.join(' ') === blocks) ?? null;
}

function askedNow(item: Item, asked: Asked): Item {
  const rest = { ...item };
  delete rest.routes;
  const { blocks } = ASKED[asked];
  const routes = asked === 'supervised' ? { routes: [...WITH_SUPERVISION] } : {};
  return { ...rest, ...routes, blocks: [...blocks], textGiving: asked === 'both' ? item.textGiving : null } as Item;
}

/** Who is asked: the part of the form, the groups of staff, and whether only after an answer. */
export function AskedFields({ item, work, onChange }: ItemFieldsProps): ReactElement {
  return (
    <Stack gap="md">
      <NativeSelect
        label="Who is asked"
        data={[
          ...(askedOf(item) === null ? [{ value: '', label: 'As it came' }] : []),
          ...Object.entries(ASKED_WORDS).map(([value, label]) => ({ value, label })),
        ]}
        value={askedOf(item) ?? ''}
        maw="32rem"
        onChange={(event) => {
          const asked = event.currentTarget.value;
          if (asked !== '') onChange((before) => askedNow(before, asked as Asked));
        }}
      />
      <Families item={item} onChange={onChange} />
      <Condition item={item} work={work} onChange={onChange} />
    </Stack>
  );
}

function Families({ item, onChange }: Pick<ItemFieldsProps, 'item' | 'onChange'>): ReactElement {
  const all = Object.keys(ROLE_FAMILIES);
  return (
    <Checkbox.Group
      label="Groups of staff"
      description="The invitation says which group somebody is in; nobody is asked."
      value={item.roleFamilies ?? all}
      onChange={(chosen) =>
        onChange((before) => ({
          ...before,
          roleFamilies: chosen.length === all.length ? null : all.filter((family) => chosen.includes(family)),
        }))
      }
    >
      <Group gap="md" mt="xs">
        {Object.entries(ROLE_FAMILIES).map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The words of an answer that a condition names. */
function answerWords(on: Item, id: string, text: string): string {
  if (on.kind !== 'scale') return text;
  return id === 'none' ? SCALES[on.scale].notScored : (SCALES[on.scale].points[Number(id) - 1] ?? text);
}

function Condition({ item, work, onChange }: ItemFieldsProps): ReactElement {
  const { items } = work.form;
  const at = items.findIndex(({ id }) => id === item.id);
  const earlier = items.slice(0, at).filter((one) => answersOffered(one) !== null);
  const on = items.find(({ id }) => id === item.shownWhen?.item) ?? null;
  const offered = on === null ? null : answersOffered(on);
  return (
    <Stack gap="xs">
      <NativeSelect
        label="Shown only after an answer to"
        maw="36rem"
        data={[
          { value: '', label: 'Always shown' },
          ...earlier.map(({ id, text }) => ({ value: id, label: `${items.findIndex((one) => one.id === id) + 1}. ${text}` })),
        ]}
        value={item.shownWhen?.item ?? ''}
        onChange={(event) => {
          const id = event.currentTarget.value;
          onChange((before) => ({ ...before, shownWhen: id === '' ? null : firstCondition(items, id) }));
        }}
      />
      {on !== null && offered !== null && item.shownWhen !== null && (
        <Checkbox.Group
          label="Where the answer is one of these"
          value={item.shownWhen.answers}
          onChange={(answers) =>
            answers.length > 0 &&
            onChange((before) => ({ ...before, shownWhen: { item: on.id, answers: inOrder(offered, answers) } }))
          }
        >
          <Stack gap={6} mt="xs">
            {offered.map(({ id, text }) => (
              <Checkbox key={id} value={id} label={answerWords(on, id, text)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {item.kind === 'grid' && item.rowsFrom !== null && (
        <Text size="sm" c="dimmed">
          It is shown once something is chosen there.
        </Text>
      )}
    </Stack>
  );
}

function inOrder(offered: readonly { readonly id: string }[], chosen: readonly string[]): string[] {
  return offered.map(({ id }) => id).filter((id) => chosen.includes(id));
}

function firstCondition(items: readonly Item[], id: string): Item['shownWhen'] {
  const on = items.find((one) => one.id === id);
  const first = on === undefined ? undefined : answersOffered(on)?.at(-1);
  return first === undefined ? null : { item: id, answers: [first.id] };
}
