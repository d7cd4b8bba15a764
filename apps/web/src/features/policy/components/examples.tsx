import { type ReactElement } from 'react';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AskedLine, ScenarioRun } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from './examples.module.css';

/** The worked examples of a rule, run by the server's engine when the page opens and again at a press. */
export function Examples({ ruleId }: { readonly ruleId: string }): ReactElement {
  const trpc = useTRPC();
  const runs = useQuery(trpc.policy.runScenarios.queryOptions({ ruleId }));
  const agreeing = runs.data?.filter(({ agrees }) => agrees).length ?? 0;
  return (
    <section aria-labelledby="rule-examples">
      <Group justify="space-between">
        <h3 id="rule-examples">Worked examples</h3>
        {runs.data !== undefined && runs.data.length > 0 && (
          <Button variant="default" size="xs" loading={runs.isFetching} onClick={() => void runs.refetch()}>
            Run again
          </Button>
        )}
      </Group>
      <output className={css['quiet']}>
        {runs.isFetching
          ? 'Running the examples …'
          : runs.data === undefined
            ? ''
            : runs.data.length === 0
              ? 'This rule has no worked example.'
              : `Run just now by the engine that works out what is due: ${agreeing} of ${runs.data.length} come out as expected.`}
      </output>
      {runs.isError && <Problem error={runs.error} what="The examples could not be run" onRetry={() => void runs.refetch()} />}
      {runs.data?.map((run, at) => (
        <Example key={run.title} run={run} isOpen={at === 0 || !run.agrees} />
      ))}
    </section>
  );
}

function Example({ run, isOpen }: { readonly run: ScenarioRun; readonly isOpen: boolean }): ReactElement {
  return (
    <details className={css['example']} open={isOpen}>
      <summary>
        {run.agrees ? '✓' : '✕'} {run.title} <span>{run.agrees ? 'as expected' : 'not as expected'}</span>
      </summary>
      {run.readAs.map((sentence) => (
        <p key={sentence} className={css['quiet']}>
          Tried with another way of counting: {sentence}
        </p>
      ))}
      <h4>Given</h4>
      <dl className={css['given']}>
        {run.given.map(({ kind, rows }) => (
          <div key={kind}>
            <dt>{kind}</dt>
            {rows.map((row) => (
              <dd key={row}>{row}</dd>
            ))}
          </div>
        ))}
      </dl>
      <TableFrame label={`Questions of “${run.title}”`} minWidth={520}>
        <table className={css['asked']}>
          <thead>
            <tr>
              <th scope="col">Asked</th>
              <th scope="col">Expected</th>
              <th scope="col">Found</th>
            </tr>
          </thead>
          <tbody>
            {run.asked.map((line) => (
              <Line key={`${line.question} ${line.expected}`} line={line} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}

function Line({ line }: { readonly line: AskedLine }): ReactElement {
  return (
    <tr>
      <td>
        {line.question}
        {!line.isAboutRule && <span className={css['quiet']}> About another rule.</span>}
      </td>
      <td>{line.expected}</td>
      <td>{line.agrees ? '✓ the same' : `✕ ${line.found}`}</td>
    </tr>
  );
}
