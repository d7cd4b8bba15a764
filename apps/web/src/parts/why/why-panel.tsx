import { type ReactElement } from 'react';
import { Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { explainInWords, statusOf, STATUS_LOOKS } from '@plumbline/analytics/wording';
import type { ExplanationView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../app/api/trpc.ts';
import { Problem } from '../../app/states/problem.tsx';
import { useAsOf } from '../as-of/use-as-of.ts';
import { StatusSign } from '../status/status-sign.tsx';
import css from './why-panel.module.css';

/** Why something is due when it is: the date, the rule, the facts and the arithmetic, in words. */
export function WhyPanel({ dutyId }: { readonly dutyId: string }): ReactElement {
  const trpc = useTRPC();
  const asOf = useAsOf();
  const explained = useQuery(trpc.duty.explain.queryOptions({ dutyId, ...asOf.question }));
  if (explained.isPending) return <WhySkeleton />;
  if (explained.isError)
    return <Problem error={explained.error} what="The reason could not be loaded" onRetry={() => void explained.refetch()} />;
  return <Why explanation={explained.data} on={asOf.on} />;
}

function WhySkeleton(): ReactElement {
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden component="output">Loading the reason…</VisuallyHidden>
      <Skeleton height={28} width="80%" />
      {[90, 100, 70, 85].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} />
      ))}
    </Stack>
  );
}

/** The explanation itself, for panels and pages. */
export function Why({ explanation, on }: { readonly explanation: ExplanationView; readonly on: string }): ReactElement {
  const words = explainInWords(explanation, explanation.names);
  const status = statusOf(explanation.row, on) ?? STATUS_LOOKS['not-known'];
  return (
    <article className={css['why']}>
      <Title order={2} className={css['headline']} style={{ color: `var(--pl-status-${status.colour})` }}>
        <StatusSign kind={status.kind} size={20} /> <span>{words.headline}</span>
      </Title>
      <p className={css['rule']}>{words.rule}</p>
      <ol className={css['steps']}>
        {words.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {explanation.row.wasLateWhenTakenOver && (
        <Text>It was already late when the present supervisor took over; it counts as late from before.</Text>
      )}
      {words.conventions.length > 0 && (
        <Part title="How it is counted">
          {words.conventions.map(({ sentence, cites }) => (
            <li key={sentence}>
              {sentence} <span className={css['cites']}>{cites}</span>
            </li>
          ))}
        </Part>
      )}
      {words.interpretations.length > 0 && (
        <Part title="How the policy is read here">
          {words.interpretations.map(({ question, reading }) => (
            <li key={question}>
              <strong>{question}</strong> {reading}
            </li>
          ))}
        </Part>
      )}
      {words.others.length > 0 && (
        <Part title="Other rules that held">
          {words.others.map((other) => (
            <li key={other}>{other}</li>
          ))}
        </Part>
      )}
      <Text size="xs" c="dimmed">
        From {explanation.pack.title}, version {explanation.pack.version}, told in our words. Where the two differ, the policy’s
        own text holds.
      </Text>
    </article>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactElement | readonly ReactElement[];
}): ReactElement {
  return (
    <details className={css['part']}>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}
