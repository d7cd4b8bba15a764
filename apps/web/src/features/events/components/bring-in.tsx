import { type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';
import { useMe } from '../../../app/session/me.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import css from './events.module.css';

const FILES = [
  { kind: 'rival-event', label: 'A file of events', says: 'one row for each: a reference, what happened, its kind and its day' },
  { kind: 'context-figure', label: 'A file of monthly figures', says: 'one row for each measure, team and month' },
] as const;

/** How both come in as files. */
export function BringIn(): ReactElement {
  const mayBring = useMe().permissions.includes('imports:prepare');
  return (
    <section aria-labelledby="files-title" className="no-print">
      <Title order={2} id="files-title" mb="xs">
        From a spreadsheet or another system
      </Title>
      <Text className="prose" c="dimmed" mb="xs">
        {mayBring
          ? 'Both can come in as files. Columns and words of your own are matched once and remembered.'
          : 'Both can come in as files, which your administrator brings in. What belongs in each file stands here:'}
      </Text>
      <ul className={css['files']}>
        {FILES.map(({ kind, label, says }) => (
          <li key={kind}>
            <TextLink to="/imports/new" search={{ kind }}>
              {label}
            </TextLink>
            : {says}.
          </li>
        ))}
      </ul>
    </section>
  );
}
