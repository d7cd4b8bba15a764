import { type ReactElement, type ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PolicySection } from '../model/policy-sections.ts';
import css from './clause-list.module.css';

interface ClauseListProps {
  readonly sections: readonly PolicySection[];
  readonly find: string;
  readonly onFind: (find: string | undefined) => void;
  /** The rule that is open, if one is. */
  readonly ruleId?: string | undefined;
  /** A page beside the clauses is open, so that further parts of the policy's own page are not on it. */
  readonly isElsewhere?: boolean;
  /** Forms, agendas and words, listed below the clauses. */
  readonly beside?: ReactNode;
}

/** Every clause by part, to be found and opened; the part of the open rule, and every part while finding, stands open. */
export function ClauseList({ sections, find, onFind, ruleId, isElsewhere, beside }: ClauseListProps): ReactElement {
  const search = find === '' ? {} : { find };
  return (
    <nav aria-label="Clauses of the policy" className={`${css['list']} no-print`}>
      <TextInput
        type="search"
        aria-label="Find in the policy"
        placeholder="Find in the policy"
        value={find}
        onChange={(event) => onFind(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        mb="sm"
      />
      {find === '' && beside}
      {find === '' && <h2 className={css['beside']}>Clauses</h2>}
      {sections.length === 0 && <p className={css['none']}>No clause contains “{find}”.</p>}
      {sections.map((section) => (
        <details
          key={`${section.id} ${find === '' ? '' : 'found'}`}
          open={find !== '' || section.rules.some((rule) => rule.id === ruleId)}
        >
          <summary>
            {section.title} <span>{section.rules.length}</span>
          </summary>
          <ul>
            {section.rules.map((rule) => (
              <li key={rule.id}>
                <Link
                  to="/policy/rule"
                  search={{ ...search, id: rule.id }}
                  aria-current={rule.id === ruleId ? 'page' : undefined}
                >
                  <strong>{rule.id}</strong> {shortened(rule.says)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {find !== '' && beside}
      {ruleId === undefined && isElsewhere !== true && (
        <ul className={css['further']}>
          <li>
            <a href="#counting">How counting is done</a>
          </li>
          <li>
            <a href="#readings">How it is read here</a>
          </li>
          <li>
            <a href="#silences">What it doesn’t say</a>
          </li>
        </ul>
      )}
    </nav>
  );
}

const MOST = 70;

function shortened(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, text.lastIndexOf(' ', MOST))} …`;
}
