import { useMemo, type ReactElement } from 'react';
import { Box } from '@mantine/core';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { lineMovedInWords, type Grader } from '../model/line-moved.ts';

/** Why a grade was not taken: that a line has moved is said with what to do, all else in the usual words. */
export function GradingRefused({ error, grader }: { readonly error: unknown; readonly grader: Grader }): ReactElement {
  const refusal = useMemo(() => refusalOf(error), [error]);
  const moved = lineMovedInWords(refusal, grader);
  if (moved === null) return <RefusalNotice refusal={refusal} />;
  return (
    <Box mb="md">
      <RefusalNotice refusal={refusal} title="Somebody else has to grade this" words={moved} />
    </Box>
  );
}
