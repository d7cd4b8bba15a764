import { type ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import { designFinding, ROUTE_WORDS } from '@plumbline/analytics/wording';
import { SUPERVISION_ROUTES, type DesignCheck, type DesignFinding, type Instrument } from '@plumbline/domain/surveys';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { placeOf } from '../model/item-words.ts';
import { minutesWords } from '../model/minutes.ts';
import css from './design.module.css';

interface CheckPanelProps {
  readonly form: Instrument;
  readonly check: DesignCheck;
  readonly onOpen: (itemId: string) => void;
}

/** How long the form takes, how hard it is to read, and everything that its author should know before it goes out. */
export function CheckPanel({ form, check, onOpen }: CheckPanelProps): ReactElement {
  const mend = check.findings.filter(({ level }) => level === 'mend');
  const look = check.findings.filter(({ level }) => level === 'look');
  return (
    <Stack gap="xl" maw="48rem">
      <section aria-labelledby="length">
        <h2 id="length">How long it takes</h2>
        <Lengths check={check} />
        <Text size="sm" c="dimmed" mt="sm">
          Reckoned from the number of words and the kind of each question. A question that hangs on an answer counts half. How
          long people really take is never measured.
        </Text>
      </section>
      <section aria-labelledby="reading">
        <h2 id="reading">How hard it is to read</h2>
        <Text>{readingWords(check.readingAge)}</Text>
      </section>
      <Findings title="To mend before publishing" findings={mend} none="Nothing." form={form} onOpen={onOpen} />
      <Findings title="Worth a look" findings={look} none="Nothing." form={form} onOpen={onOpen} />
    </Stack>
  );
}

function Lengths({ check }: { readonly check: DesignCheck }): ReactElement {
  return (
    <TableFrame label="How long it takes" minWidth={320}>
      <table className={css['figures']}>
        <thead>
          <tr>
            <th scope="col">Somebody</th>
            <th scope="col">Questions</th>
            <th scope="col">Full form</th>
            <th scope="col">Pulse</th>
          </tr>
        </thead>
        <tbody>
          {SUPERVISION_ROUTES.map((route) => (
            <tr key={route}>
              <th scope="row">{ROUTE_WORDS[route]}</th>
              <td>{check.asked[route]}</td>
              <td>{minutesWords(check.minutes[route])}</td>
              <td>{minutesWords(check.pulseMinutes[route])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Reading age as a sentence. */
export function readingWords(age: number | null): string {
  if (age === null) return 'There are no words yet.';
  const words = `Somebody of about ${Math.round(age)} years reads it with ease, leaving aside the words that everybody here uses.`;
  return age <= 12 ? `${words} That is right for tired people.` : words;
}

interface FindingsProps extends Pick<CheckPanelProps, 'form' | 'onOpen'> {
  readonly title: string;
  readonly findings: readonly DesignFinding[];
  readonly none: string;
}

function Findings({ title, findings, none, form, onOpen }: FindingsProps): ReactElement {
  const id = title.replaceAll(' ', '-').toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {findings.length > 0 && ` (${findings.length})`}
      </h2>
      {findings.length === 0 && <Text c="dimmed">{none}</Text>}
      <ul className={css['findings']}>
        {findings.map((finding, at) => (
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${finding.itemId} ${finding.kind} ${at}`}>
            {finding.itemId !== null && <Place form={form} itemId={finding.itemId} onOpen={onOpen} />}
            {designFinding(finding, (other) => placeOf(form, other))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ form, itemId, onOpen }: { readonly itemId: string } & Pick<CheckPanelProps, 'form' | 'onOpen'>): ReactElement {
  const item = form.items.find(({ id }) => id === itemId);
  const place = placeOf(form, itemId);
  return (
    <button type="button" className={css['asLink']} onClick={() => onOpen(itemId)}>
      {place.charAt(0).toUpperCase() + place.slice(1)}
      {item !== undefined && `: ${item.text}`}
    </button>
  );
}
