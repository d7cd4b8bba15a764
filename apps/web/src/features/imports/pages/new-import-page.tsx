import { useState, type ReactElement } from 'react';
import { Radio, Select, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { ColumnHelp } from '../components/column-help.tsx';
import { FileChooser } from '../components/file-chooser.tsx';
import { ImportSteps } from '../components/import-steps.tsx';
import { importKinds } from '../model/import-kinds.ts';

const route = getRouteApi('/imports/new');

/** The first step: what kind of file, which file, and what belongs in it. */
export function NewImportPage(): ReactElement {
  const { kind: named } = route.useSearch();
  const navigate = route.useNavigate();
  const kind = FACT_KIND_NAMES.find((name) => name === named) ?? null;
  const kinds = importKinds();
  const [list, setList] = useState<'whole' | 'part'>('whole');
  const declared = kinds.find((candidate) => candidate.name === kind);
  return (
    <>
      <PageHeading
        title={declared === undefined ? 'Bring in a file' : `Bring in ${declared.title.toLowerCase()}`}
        lead={declared?.help}
        above={<TextLink to="/imports">Imports</TextLink>}
      />
      <Stack gap="xl">
        <ImportSteps current="file" />
        <Select
          label="What the file holds"
          description="In the best order for the first time"
          placeholder="Choose"
          maw="24rem"
          data={kinds.map((candidate) => ({ value: candidate.name, label: `${candidate.place}. ${candidate.title}` }))}
          value={kind}
          onChange={(next) => void navigate({ to: '/imports/new', search: { kind: next ?? undefined }, replace: true })}
        />
        {kind !== null && declared !== undefined && (
          <>
            {declared.canBeWholeList && (
              <Radio.Group
                label="Is it the whole list?"
                value={list}
                onChange={(next) => setList(next === 'part' ? 'part' : 'whole')}
              >
                <Stack gap="xs" mt="xs">
                  <Radio
                    value="whole"
                    label="The whole list"
                    description="Whatever is going on here and is not in the file is taken as ended. You see what would end first."
                  />
                  <Radio value="part" label="Only part of it" description="It adds and changes, and ends nothing." />
                </Stack>
              </Radio.Group>
            )}
            <FileChooser
              kind={kind}
              isWholeList={list === 'whole'}
              onArrived={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })}
            />
            <ColumnHelp kind={kind} />
          </>
        )}
      </Stack>
    </>
  );
}
