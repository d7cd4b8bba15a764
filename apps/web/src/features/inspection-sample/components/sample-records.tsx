import { useEffect, useRef, type ReactElement } from 'react';
import { Button, Group, Title } from '@mantine/core';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { OpenedSample, SampleFile } from '../model/outputs.ts';
import { openedInWords } from '../model/sample-words.ts';
import { SamplePartTable } from './sample-part-table.tsx';
import css from './sample.module.css';

interface SampleRecordsProps {
  readonly opened: OpenedSample;
  readonly besideId: string;
  readonly onFile: () => void;
  readonly onClose: () => void;
}

const FORMS = [
  { form: 'pdf', label: 'PDF' },
  { form: 'xlsx', label: 'Excel' },
] as const;

/** The records of everybody whom a sample names, one after the other. */
export function SampleRecords({ opened, besideId, onFile, onClose }: SampleRecordsProps): ReactElement {
  const { sample, files } = opened;
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus belongs to the browser: it goes where the records begin, so that they are heard as opened.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <section aria-labelledby="open" className={css['part']}>
        <Title order={2} id="open" ref={heading} tabIndex={-1}>
          The records
        </Title>
        <p className={css['note']}>{openedInWords(opened)} A look was kept for each.</p>
        <p className={css['note']}>
          What was said in supervision is not here: this product keeps no narrative of supervision yet. Reasons that somebody
          typed, and why anybody was away, are left out.
        </p>
        <Group gap="xs" className="no-print">
          {FORMS.map(({ form, label }) => (
            <Button
              key={form}
              variant="default"
              component="a"
              href={`/api/impact/samples/${sample.id}.${form}?beside=${besideId}`}
              download
              onClick={() => setTimeout(onFile, REFRESH_AFTER_MS)}
            >
              {label}
            </Button>
          ))}
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
          <Button variant="default" onClick={onClose}>
            Close the records
          </Button>
        </Group>
        <p className={`${css['note']} no-print`}>A PDF or Excel file is an opening of its own, and is kept as one.</p>
        {files.length > 1 && <Contents sampleId={sample.id} files={files} />}
      </section>
      {files.map((file, i) => (
        <File key={`${file.kind} ${file.label}`} file={file} place={i + 1} />
      ))}
    </>
  );
}

/** A file takes about this long to be made; then the list of openings has it. */
const REFRESH_AFTER_MS = 4000;

function Contents({ sampleId, files }: { readonly sampleId: string; readonly files: readonly SampleFile[] }): ReactElement {
  return (
    <nav aria-label="Whose records" className="no-print">
      <ol className={css['names']}>
        {files.map(({ label }, i) => (
          <li key={label}>
            <TextLink to="/inspection/sample/$sampleId" params={{ sampleId }} hash={`file-${i + 1}`}>
              {label}
            </TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function File({ file, place }: { readonly file: SampleFile; readonly place: number }): ReactElement {
  const { label, described, summary, parts } = file;
  const id = `file-${place}`;
  return (
    <section aria-labelledby={id} className={css['file']}>
      <div className={css['fileHead']}>
        <Title order={2} id={id} tabIndex={-1}>
          {label}
        </Title>
        {described !== '' && <p className={css['note']}>{described}</p>}
        <p className={css['summary']}>{summary.join('. ')}.</p>
      </div>
      {parts.map((part) => (
        <SamplePartTable key={part.id} part={part} label={label} id={`${id}-${part.id}`} />
      ))}
    </section>
  );
}
