import { useState, type ReactElement, type RefObject } from 'react';
import { Button } from '@mantine/core';
import type { OverviewView } from '@plumbline/analytics/overview';
import { savePicture } from '../model/save-picture.ts';
import css from './overview.module.css';

interface CopyLinesProps {
  readonly view: OverviewView;
  /** Where the lines are drawn. */
  readonly drawn: RefObject<HTMLElement | null>;
}

const SAID = {
  copied: 'The picture is copied. Paste it into a document.',
  saved: 'The picture is saved with your downloads.',
  failed: 'The picture could not be made. Printing the page works too.',
} as const;

/** Takes the lines along as a picture, with the sentence of the page; what was done is said beside the button. */
export function CopyLines({ view, drawn }: CopyLinesProps): ReactElement {
  const [said, setSaid] = useState<keyof typeof SAID | null>(null);
  const copy = (): void => {
    setSaid(null);
    if (drawn.current !== null) void savePicture(drawn.current, view).then(setSaid, () => setSaid('failed'));
  };
  return (
    <div className={css['copy']}>
      <Button variant="default" size="compact-sm" onClick={copy} aria-label={`Copy as picture: ${view.lines.title}`}>
        Copy as picture
      </Button>
      <output>{said === null ? '' : SAID[said]}</output>
    </div>
  );
}
