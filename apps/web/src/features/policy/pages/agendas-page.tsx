import { type ReactElement } from 'react';
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AgendaModel } from '@plumbline/analytics/prepare';
import { Empty } from '../../../app/states/empty.tsx';
import { Cites } from '../components/cites.tsx';
import { LibraryFrame } from '../components/library-frame.tsx';
import css from '../components/library.module.css';

/** What each kind of supervision goes through, in the policy's order. */
export function AgendasPage(): ReactElement {
  return (
    <LibraryFrame address="/policy/agendas" title="Agendas">
      {({ agendas }, isFound) => (
        <div className={css['text']}>
          {agendas.length === 0 && (
            <Empty title="No agendas yet">
              The standing points of meetings will be listed here once they stand in the policy.
            </Empty>
          )}
          {agendas
            .filter(({ id }) => isFound(id))
            .map((agenda) => (
              <Agenda key={agenda.id} agenda={agenda} />
            ))}
        </div>
      )}
    </LibraryFrame>
  );
}

function Agenda({ agenda }: { readonly agenda: AgendaModel }): ReactElement {
  const items = agenda.items.map((item) => (
    <li key={item.id}>
      {item.title}{' '}
      {item.isOptional && (
        <Badge tt="none" variant="outline" size="sm">
          may be left out
        </Badge>
      )}{' '}
      <Cites rows={item.cites} />
      {item.help !== null && <div className={css['quiet']}>{item.help}</div>}
      {item.onlyWhen !== null && <div className={css['quiet']}>{item.onlyWhen}</div>}
    </li>
  ));
  return (
    <article className={css['entry']} id={agenda.id} aria-labelledby={`${agenda.id}-title`}>
      <h2 id={`${agenda.id}-title`}>{agenda.title}</h2>
      <p>{agenda.says}</p>
      <p className={css['quiet']}>
        {agenda.forWhom} · <Cites clause={agenda.clause} rows={[]} />
      </p>
      {agenda.isMenu ? <ul>{items}</ul> : <ol>{items}</ol>}
      {agenda.form !== null && (
        <p>
          Written down on:{' '}
          <Link to="/policy/forms" search={{ id: agenda.form.id }}>
            {agenda.form.title}
          </Link>
        </p>
      )}
    </article>
  );
}
