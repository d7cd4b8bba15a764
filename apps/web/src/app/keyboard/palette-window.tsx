import '@mantine/spotlight/styles.layer.css';
import { useEffect, useState, type ReactElement } from 'react';
import { createSpotlight, Spotlight, type SpotlightStore } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../api/trpc.ts';
import { useMe } from '../session/me.tsx';
import css from './palette.module.css';
import { blankScreen } from './blank-screen-store.ts';
import { palettePages } from './palette-pages.ts';
import { paletteStore } from './palette-store.ts';
import { openShortcuts } from './shortcuts-store.ts';

function openStore(): SpotlightStore {
  const [store] = createSpotlight();
  store.updateState((state) => ({ ...state, opened: true }));
  return store;
}

/** Marks the first of the list, so that Enter goes there at once. */
function selectFirst(store: SpotlightStore): void {
  const list = document.getElementById(store.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function matches(label: string, text: string): boolean {
  return label.toLocaleLowerCase('en-GB').includes(text.trim().toLocaleLowerCase('en-GB'));
}

/** People and children by name or reference number, pages, and things to do. */
export function PaletteWindow(): ReactElement {
  const [store] = useState(openStore);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const navigate = useNavigate();
  const trpc = useTRPC();
  const { permissions } = useMe();
  const found = useQuery(
    trpc.search.find.queryOptions({ text: asked }, { enabled: asked.length >= 2, placeholderData: keepPreviousData }),
  );
  const pages = palettePages(permissions, text);
  const subjects = asked.length >= 2 ? (found.data?.subjects ?? []) : [];
  const things = [
    { label: 'Hide the screen', run: blankScreen },
    { label: 'Keyboard shortcuts', run: openShortcuts },
  ].filter((thing) => matches(thing.label, text));
  // The kit keeps its selection in the document, outside React.
  useEffect(() => selectFirst(store), [store, text, found.data]);
  const isEmpty = pages.length + subjects.length + things.length === 0;

  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={() => paletteStore.set(false)}
      shortcut={null}
      maxHeight={420}
      scrollable
      title="Search"
      yOffset="12vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      classNames={{ actionsGroup: css['group'] ?? '', header: css['header'] ?? '' }}
    >
      <Spotlight.Search placeholder="Search for a person, a child’s reference or a page" aria-label="Search" />
      <Spotlight.ActionsList>
        {subjects.length > 0 && (
          <Spotlight.ActionsGroup label="People and children">
            {subjects.map((subject) => (
              <Spotlight.Action
                key={subject.id}
                label={subject.label}
                description={subject.kind === 'child' ? 'Child' : (subject.team ?? 'Person')}
                onClick={() =>
                  void navigate({
                    to: subject.kind === 'child' ? '/children/$subjectId' : '/people/$subjectId',
                    params: { subjectId: subject.id },
                  })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label="Pages">
            {pages.map((entry) => (
              <Spotlight.Action key={entry.to} label={entry.label} onClick={() => void navigate({ to: entry.to })} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {things.length > 0 && (
          <Spotlight.ActionsGroup label="Do">
            {things.map((thing) => (
              <Spotlight.Action key={thing.label} label={thing.label} onClick={thing.run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && (
          <Spotlight.Empty>
            {found.isFetching ? 'Searching…' : 'Nothing found that you may see. Try part of a name or a reference number.'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
