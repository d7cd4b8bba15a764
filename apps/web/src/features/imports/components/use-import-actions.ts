import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportConcern, ImportView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';

interface ImportActions {
  readonly isBusy: boolean;
  readonly isDiscarding: boolean;
  readonly error: unknown;
  setColumns(columns: Readonly<Record<string, string | null>>): void;
  /** Applies what is shown, with what somebody said yes to. */
  apply(agreed: readonly ImportConcern['kind'][]): void;
  discard(): void;
}

/** What can be done with one file; each answer is how the file stands then. */
export function useImportActions(view: ImportView): ImportActions {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const onSuccess = (answer: ImportView) => {
    queryClient.setQueryData(trpc.imports.get.queryKey({ importId: view.id }), answer);
    void queryClient.invalidateQueries();
  };
  const columns = useMutation(trpc.imports.setColumns.mutationOptions({ onSuccess }));
  const apply = useMutation(trpc.imports.applyFile.mutationOptions({ onSuccess }));
  const discard = useMutation(trpc.imports.discard.mutationOptions({ onSuccess }));
  return {
    isBusy: columns.isPending || apply.isPending,
    isDiscarding: discard.isPending,
    error: columns.error ?? apply.error ?? discard.error,
    setColumns: (mapping) => columns.mutate({ importId: view.id, columns: { ...mapping } }),
    apply: (agreed) => apply.mutate({ importId: view.id, idempotencyKey: key.current, basis: view.basis, agreed: [...agreed] }),
    discard: () => discard.mutate({ importId: view.id }),
  };
}
