import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { BASIS_WORDS, dateInWords, listInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { AuditView } from '../model/outputs.ts';
import css from './audits.module.css';

/** The plan of an audit as it stands. */
export function AuditFacts({ audit }: { readonly audit: AuditView }): ReactElement {
  const { tool, teams, lead, responder, startsOn, dueOn, kindTitle, basis } = audit;
  return (
    <section aria-labelledby="plan">
      <Title order={2} id="plan" mb="xs">
        The plan
      </Title>
      <dl className={css['facts']}>
        <dt>Kind</dt>
        <dd>{kindTitle}</dd>
        <dt>How chosen</dt>
        <dd>{BASIS_WORDS[basis]}</dd>
        <dt>Tool</dt>
        <dd>
          <TextLink to="/audits/tools/$toolId" params={{ toolId: tool.id }}>
            {tool.title}
          </TextLink>
          , version {tool.number}, {tool.questions} questions
        </dd>
        <dt>First day</dt>
        <dd>{dateInWords(startsOn as LocalDate)}</dd>
        <dt>Last day</dt>
        <dd>{dateInWords(dueOn as LocalDate)}</dd>
        <dt>Teams</dt>
        <dd>{teams.length === 0 ? 'All' : listInWords(teams.map(({ name }) => name))}</dd>
        <dt>Led by</dt>
        <dd>{lead.name}</dd>
        <dt>Answers when a file is inadequate</dt>
        <dd>{responder.name}</dd>
      </dl>
    </section>
  );
}
