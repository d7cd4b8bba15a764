import { type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import type { BannerModel } from '@plumbline/analytics/prepare';
import { Cites } from './cites.tsx';

/** What everybody should know about the standing of the text: a draft, under review, past its date. */
export function StatusBanners({ banners }: { readonly banners: readonly BannerModel[] }): ReactElement {
  return (
    <>
      {banners.map(({ kind, title, says, clause, cites }) => (
        <Alert key={kind} title={title} variant="light" color="gray" mb="md" maw="46rem">
          {says} <Cites clause={clause} rows={cites} />
        </Alert>
      ))}
    </>
  );
}
