import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { Badge, Button, Group, Loader, Text, VisuallyHidden } from '@mantine/core';
import type { DesignFinding, Item } from '@plumbline/domain/surveys';
import { bankNumber, describedAs } from '../model/item-words.ts';
import { withMoved, withoutItem } from '../model/edit-form.ts';
import css from './design.module.css';
import type { FormWork } from './use-form.ts';

// Loaded when the first question is opened.
const ItemEditor = lazy(async () => ({ default: (await import('./item-editor.tsx')).ItemEditor }));

interface QuestionListProps {
  readonly work: FormWork;
  readonly findings: readonly DesignFinding[];
  readonly open: string | null;
  readonly onOpen: (itemId: string | null) => void;
}

/** The questions in order: opened one at a time, moved by buttons or to a place by its number, taken out with a way back. */
export function QuestionList({ work, findings, open, onOpen }: QuestionListProps): ReactElement {
  const { items } = work.form;
  const [told, setTold] = useState('');
  const focusSoon = useFocusAfter(items);

  function move(item: Item, to: number): void {
    if (to < 0 || to >= items.length) return;
    work.edit((form) => withMoved(form, item.id, to), `Moved “${item.text}”`);
    setTold(`Now question ${to + 1} of ${items.length}.`);
    // At an end its button can no longer be pressed: the other one takes the focus.
    const isUp = to === items.length - 1 || (to !== 0 && to < items.indexOf(item));
    focusSoon(`${isUp ? 'up' : 'down'} ${item.id}`);
  }

  function takeOut(item: Item): void {
    const at = items.indexOf(item);
    const next = items[at + 1] ?? items[at - 1];
    work.edit((form) => withoutItem(form, item.id), `Took out “${item.text}”`);
    setTold('Taken out. Undo brings it back.');
    if (next !== undefined) focusSoon(`out ${next.id}`);
  }

  return (
    <>
      <VisuallyHidden component="output">{told}</VisuallyHidden>
      <ol className={css['questions']}>
        {items.map((item, at) => (
          <li key={item.id} className={css['question']}>
            <Row
              item={item}
              at={at}
              count={items.length}
              isOpen={open === item.id}
              findings={findings}
              onOpen={onOpen}
              onMove={move}
              onTakeOut={takeOut}
            />
            {open === item.id && (
              <div className={css['editor']}>
                <Suspense fallback={<Loader size="sm" aria-label="Opening the question" />}>
                  <ItemEditor
                    key={item.id}
                    item={item}
                    work={work}
                    findings={findings.filter(({ itemId }) => itemId === item.id)}
                  />
                </Suspense>
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Asks for the focus in the same commit in which the list stands in its new order: the next key must not go elsewhere. */
function useFocusAfter(items: readonly Item[]): (id: string) => void {
  const wanted = useRef<string | null>(null);
  // The focus belongs to the browser.
  useLayoutEffect(() => {
    if (wanted.current !== null) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  }, [items]);
  return (id) => {
    wanted.current = id;
  };
}

interface RowProps extends Pick<QuestionListProps, 'findings' | 'onOpen'> {
  readonly item: Item;
  readonly at: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onMove: (item: Item, to: number) => void;
  readonly onTakeOut: (item: Item) => void;
}

function Row({ item, at, count, isOpen, findings, onOpen, onMove, onTakeOut }: RowProps): ReactElement {
  const own = findings.filter(({ itemId }) => itemId === item.id);
  const number = bankNumber(item);
  const heading = useRef<HTMLButtonElement>(null);
  // Opened from elsewhere on the page, it is brought into sight; scrolling is the browser's.
  useEffect(() => {
    if (isOpen) heading.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <div className={css['row']}>
      <button
        ref={heading}
        type="button"
        className={css['heading']}
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : item.id)}
      >
        <span className={css['number']}>{at + 1}</span>
        <span>
          <span className={css['words']}>{item.text}</span>
          <span className={css['about']}>
            {[...(number === null ? ['Your own'] : [number]), ...describedAs(item)].join(' · ')}
          </span>
          {own.length > 0 && <Remarks findings={own} />}
        </span>
      </button>
      <Group gap={4} wrap="nowrap" className={css['moves'] ?? ''}>
        <Button
          size="compact-sm"
          variant="subtle"
          id={`up ${item.id}`}
          disabled={at === 0}
          aria-label={`Move question ${at + 1} up`}
          onClick={() => onMove(item, at - 1)}
        >
          ↑
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          id={`down ${item.id}`}
          disabled={at === count - 1}
          aria-label={`Move question ${at + 1} down`}
          onClick={() => onMove(item, at + 1)}
        >
          ↓
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`Take question ${at + 1} out`}
          id={`out ${item.id}`}
          onClick={() => onTakeOut(item)}
        >
          ✕
        </Button>
      </Group>
    </div>
  );
}

function Remarks({ findings }: { readonly findings: readonly DesignFinding[] }): ReactElement {
  const mend = findings.filter(({ level }) => level === 'mend').length;
  return mend > 0 ? (
    <Badge tt="none" variant="light" color="var(--pl-status-overdue)">
      ▲ {mend} to mend
    </Badge>
  ) : (
    <Text span size="sm" c="var(--pl-status-advisory)">
      ◇ Worth a look
    </Text>
  );
}
