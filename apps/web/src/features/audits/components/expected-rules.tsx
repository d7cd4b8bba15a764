import { useState, type ReactElement } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { EXPECTATION_WORDS, pastYearInWords } from '../model/expectation-words.ts';
import type { ProgrammeView } from '../model/outputs.ts';
import css from './audits.module.css';

/** So many are read at a glance; a policy has up to twenty. */
const SHOWN_FIRST = 5;

/** What the policy in force expects of audits, each with the clause that says so. */
export function ExpectedRules({ programme }: { readonly programme: ProgrammeView }): ReactElement {
  const { expected: rules, pastYear } = programme;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rules : rules.slice(0, SHOWN_FIRST);
  const others = rules.length - SHOWN_FIRST;
  return (
    <section aria-labelledby="expected">
      <Title order={2} id="expected" mb="xs">
        What the policy expects
      </Title>
      <Text className="prose" mb="sm">
        {pastYearInWords(pastYear)}
      </Text>
      {rules.length === 0 ? (
        <Text className="prose">
          The policy in force says nothing about audits, or none is in force. How often to audit is then the council’s own
          decision.
        </Text>
      ) : (
        <ul className={css['rules']}>
          {shown.map(({ id, clause, says, appliesTo, expectation }) => (
            <li key={id}>
              <Text className="prose">{says}</Text>
              <Text size="sm" c="dimmed">
                {appliesTo}.{' '}
                <TextLink to="/policy/rule" search={{ id }} aria-label={`${clause}: ${says}`}>
                  {clause}
                </TextLink>
                . {EXPECTATION_WORDS[expectation]}.
              </Text>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && !isWhole && (
        <Button variant="default" mt="xs" onClick={() => setWhole(true)}>
          Show {others === 1 ? 'one more' : `${others} more`}
        </Button>
      )}
    </section>
  );
}
