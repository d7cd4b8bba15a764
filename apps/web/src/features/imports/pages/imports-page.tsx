import { type ReactElement } from 'react';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { RecordsNavigation } from '../../../parts/records-navigation/records-navigation.tsx';
import { ImportHistory } from '../components/import-history.tsx';
import { WaitingImports } from '../components/waiting-imports.tsx';
import { KindList } from '../components/kind-list.tsx';

/** Bringing files in, and what became of earlier ones. */
export function ImportsPage(): ReactElement {
  const trpc = useTRPC();
  const { permissions } = useMe();
  const maySee = permissions.includes('imports:read');
  const imports = useQuery(trpc.imports.list.queryOptions(undefined, { enabled: maySee }));
  const heading = (
    <PageHeading
      title="Imports"
      lead="Files from your staff and case systems: what they would change, what is wrong in them, and what became of them."
      above={<RecordsNavigation current="/imports" />}
    />
  );
  if (!maySee) {
    return (
      <>
        {heading}
        <Empty
          title="Files are brought in by your administrator"
          action={<ButtonLink to="/records">Add or correct by hand</ButtonLink>}
        >
          You can add or correct single records by hand.
        </Empty>
      </>
    );
  }
  return (
    <>
      {heading}
      <Stack gap="xl">
        {imports.isPending && <PageSkeleton label="Loading imports" rows={3} />}
        {imports.isSuccess && <WaitingImports imports={imports.data} />}
        {!imports.isPending && permissions.includes('imports:prepare') && <KindList imports={imports.data ?? []} />}
        {imports.isError && (
          <Problem error={imports.error} what="Earlier imports could not be loaded" onRetry={() => void imports.refetch()} />
        )}
        {imports.isSuccess && imports.data.length === 0 && (
          <Empty title="No files yet">
            Every file that is brought in is listed here, with who brought it in, what it changed and what was wrong in it. Begin
            with Teams, then People.
          </Empty>
        )}
        {imports.isSuccess && imports.data.length > 0 && <ImportHistory imports={imports.data} />}
      </Stack>
    </>
  );
}
