import { type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { countedInWords, filesInWords, pointsInWords, reasonInWords } from '../model/audit-words.ts';
import type { AuditView } from '../model/outputs.ts';
import css from './audits.module.css';

type Draw = NonNullable<AuditView['draw']>;

/** How it was drawn, so that anybody can check it: the list, its fingerprint, the seed, and who was left off. */
export function DrawFacts({ audit, draw }: { readonly audit: AuditView; readonly draw: Draw }): ReactElement {
  const drawn = Math.min(audit.size, draw.listed);
  return (
    <section aria-labelledby="drawn">
      <Title order={2} id="drawn" mb="xs">
        How it was drawn
      </Title>
      <Proof draw={draw} />
      <dl className={css['facts']}>
        <dt>Listed on</dt>
        <dd>{dateInWords(draw.listedOn as LocalDate)}</dd>
        <dt>On the list</dt>
        <dd>{countedInWords(draw.listed, audit.about)}</dd>
        <dt>Drawn</dt>
        <dd>
          {filesInWords(drawn)}, and {Math.min(audit.reserves, draw.listed - drawn)} in reserve, team by team in proportion
        </dd>
        <dt>Precision</dt>
        <dd>{precisionInWords(draw, drawn)}</dd>
        <dt>Left off the list</dt>
        <dd>{draw.excluded.length === 0 ? 'Nobody' : <LeftOffList draw={draw} />}</dd>
        <dt>Seed</dt>
        <dd className={css['code']}>{draw.seed}</dd>
        <dt>Fingerprint of the list</dt>
        <dd className={css['code']}>{draw.listHash}</dd>
      </dl>
    </section>
  );
}

function Proof({ draw }: { readonly draw: Draw }): ReactElement {
  return (
    <Text className="prose" mb="sm" c={draw.isProved ? 'var(--pl-status-done)' : 'var(--pl-status-overdue)'}>
      <StatusSign kind={draw.isProved ? 'done' : 'overdue'} />{' '}
      {draw.isProved
        ? 'Drawn again just now from the same list and seed, it gives the same files.'
        : 'Drawn again just now from the same list and seed, it does not give the same files. Tell your administrator before anybody relies on it.'}
    </Text>
  );
}

function precisionInWords({ margin, listed }: Draw, drawn: number): string {
  if (drawn >= listed) return 'Everything on the list is audited';
  if (margin === null) return 'Cannot be said for a list so short';
  return `A share is known to within ${pointsInWords(margin)}, nineteen times in twenty`;
}

function LeftOffList({ draw }: { readonly draw: Draw }): ReactElement {
  return (
    <ul className={css['plain']}>
      {draw.excluded.map(({ label, team, because }) => (
        <li key={`${label} ${team}`}>
          {label}, {team}: {reasonInWords(because).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
