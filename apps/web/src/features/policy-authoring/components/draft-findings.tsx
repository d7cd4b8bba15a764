import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import type { DraftPart } from '../model/draft-parts.ts';
import { placeOf, type RemarkPlace } from '../model/remarks.ts';
import css from './draft.module.css';
import type { DraftWork } from './use-draft.ts';

interface DraftFindingsProps {
  readonly work: DraftWork;
  readonly parts: readonly DraftPart[];
  readonly onOpen: (place: RemarkPlace) => void;
}

/** What has to be mended before the draft can be published, and what is good to know; each opens its place. */
export function DraftFindings({ work, parts, onOpen }: DraftFindingsProps): ReactElement {
  const toMend = work.remarks.filter(({ severity }) => severity !== 'note');
  const toKnow = work.remarks.filter(({ severity }) => severity === 'note');
  return (
    <Stack gap="xl" className={css['form'] ?? ''}>
      <section aria-labelledby="to-mend">
        <Title order={2} id="to-mend">
          To mend
        </Title>
        {toMend.length === 0 ? <Text>Nothing.</Text> : <Remarks remarks={toMend} work={work} parts={parts} onOpen={onOpen} />}
      </section>
      <section aria-labelledby="to-know">
        <Title order={2} id="to-know">
          To know
        </Title>
        <Text c="dimmed">The policy may mean it so. Nothing here keeps the draft from being published.</Text>
        {toKnow.length === 0 ? <Text>Nothing.</Text> : <Remarks remarks={toKnow} work={work} parts={parts} onOpen={onOpen} />}
      </section>
    </Stack>
  );
}

/** Where something is, as people know it: the rule by its number, a part by its name. */
function nameOf(place: RemarkPlace, parts: readonly DraftPart[]): string {
  if (place.kind === 'rule') return place.id === '' ? 'A rule without a number' : place.id;
  const part = place.kind === 'part' ? parts.find(({ fields }) => fields.some(({ name }) => name === place.name)) : undefined;
  return part?.label ?? 'The policy';
}

/** The field, and the line where the draft is written as text: the name above says the rule or the part alone. */
function whereOf({ path, line }: DraftRemark, place: RemarkPlace): string {
  const field = path
    .split('.')
    .slice(place.kind === 'rule' ? 2 : place.kind === 'part' ? 1 : 0)
    .join('.');
  const parts = [field, ...(line === null ? [] : [`line ${line}`])].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function Remarks({
  remarks,
  work,
  parts,
  onOpen,
}: DraftFindingsProps & { readonly remarks: readonly DraftRemark[] }): ReactElement {
  return (
    <ul className={css['plainList']}>
      {remarks.map((remark) => {
        const place = placeOf(remark, work.pack);
        const name = nameOf(place, parts);
        return (
          <li key={`${remark.path} ${remark.message}`}>
            {place.kind === 'whole' ? (
              <strong>{name}</strong>
            ) : (
              <button type="button" className={css['isLink']} onClick={() => onOpen(place)}>
                {name}
              </button>
            )}
            {whereOf(remark, place)}
            {`: ${remark.message}`}
          </li>
        );
      })}
    </ul>
  );
}
