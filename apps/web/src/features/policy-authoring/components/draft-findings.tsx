import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import { placeOf, type RemarkPlace } from '../model/remarks.ts';
import css from './draft.module.css';
import type { DraftWork } from './use-draft.ts';

interface DraftFindingsProps {
  readonly work: DraftWork;
  readonly onOpen: (place: RemarkPlace) => void;
}

/** What has to be mended before the draft can be published, and what is good to know; each opens its place. */
export function DraftFindings({ work, onOpen }: DraftFindingsProps): ReactElement {
  const toMend = work.remarks.filter(({ severity }) => severity !== 'note');
  const toKnow = work.remarks.filter(({ severity }) => severity === 'note');
  return (
    <Stack gap="xl" className={css['form'] ?? ''}>
      <section aria-labelledby="to-mend">
        <Title order={2} id="to-mend">
          To mend
        </Title>
        {toMend.length === 0 ? (
          <Text>Nothing keeps this draft from being published.</Text>
        ) : (
          <Remarks remarks={toMend} work={work} onOpen={onOpen} />
        )}
      </section>
      <section aria-labelledby="to-know">
        <Title order={2} id="to-know">
          To know
        </Title>
        <Text c="dimmed">The policy may mean it so. Nothing here keeps the draft from being published.</Text>
        {toKnow.length === 0 ? <Text>Nothing.</Text> : <Remarks remarks={toKnow} work={work} onOpen={onOpen} />}
      </section>
    </Stack>
  );
}

function Remarks({ remarks, work, onOpen }: DraftFindingsProps & { readonly remarks: readonly DraftRemark[] }): ReactElement {
  return (
    <ul className={css['plainList']}>
      {remarks.map((remark) => {
        const place = placeOf(remark, work.pack);
        const name = place.kind === 'rule' ? place.id : place.kind === 'part' ? remark.path : 'The policy';
        return (
          <li key={`${remark.path} ${remark.message}`}>
            {place.kind === 'whole' ? (
              <strong>{name}</strong>
            ) : (
              <button type="button" className={css['isLink']} onClick={() => onOpen(place)}>
                {name}
              </button>
            )}
            {`: ${remark.message}`}
          </li>
        );
      })}
    </ul>
  );
}
