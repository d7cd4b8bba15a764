import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import type { ThemeRow, ThemesModel } from '@plumbline/analytics/audits';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

/** Areas of practice from the weakest and from the strongest end, each with its questions. */
export function BoardThemes({ model }: { readonly model: ThemesModel }): ReactElement {
  const { weakest, strongest } = model;
  return (
    <BoardSection id="themes" title="Areas of practice" sentence={model.sentence} table={model.table}>
      {weakest.length > 0 && (
        <div className={css['pair']}>
          <Themes title="Weakest" rows={weakest} />
          {strongest.length > 0 && <Themes title="Strongest" rows={strongest} />}
        </div>
      )}
    </BoardSection>
  );
}

function Themes({ title, rows }: { readonly title: string; readonly rows: readonly ThemeRow[] }): ReactElement {
  return (
    <div>
      <Title order={3} mb="xs">
        {title}
      </Title>
      <ul className={css['rows']}>
        {rows.map((row) => (
          <Theme key={row.key} row={row} />
        ))}
      </ul>
    </div>
  );
}

function Theme({ row: { share, sentence, questions } }: { readonly row: ThemeRow }): ReactElement {
  return (
    <li className={css['theme']}>
      <span>{sentence}</span>
      <span className={css['thin']} aria-hidden="true">
        <span className={css['segment']} data-tone="positive-strong" style={{ left: 0, width: `${share * 100}%` }} />
      </span>
      <details className={css['more']}>
        <summary>{questions.length === 1 ? 'The question' : `The ${questions.length} questions`}</summary>
        <ul>
          {questions.map(({ id, sentence: words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
