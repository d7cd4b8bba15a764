import { useState, type ReactElement } from 'react';
import { Button, Group, MultiSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import type { ThemesView } from '../model/outputs.ts';
import { WatchFields } from './code-editor.tsx';

interface ThemeFormProps {
  /** Null for a new one. */
  readonly theme: ThemesView['own'][number] | null;
  readonly codes: ThemesView['codes'];
  readonly onClose: () => void;
}

/** A theme in the council's own words: which codes it gathers and what is read beside it. */
export function ThemeForm({ theme: shown, codes, onClose }: ThemeFormProps): ReactElement {
  // As it was when the form was opened: what is loaded meanwhile must not lend its version to words that were written before it.
  const [theme] = useState(shown);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const begun = {
    title: theme?.title ?? '',
    says: theme?.says ?? '',
    codes: [...(theme?.codes ?? [])],
    questions: [...(theme?.questions ?? [])],
    figures: [...(theme?.figures ?? [])],
  };
  const [typed, setTyped] = useState(begun);
  const done = async (): Promise<void> => {
    await queryClient.invalidateQueries();
    onClose();
  };
  const save = useMutation(trpc.focusGroups.saveTheme.mutationOptions({ onSuccess: done }));
  const withdraw = useMutation(trpc.focusGroups.withdrawTheme.mutationOptions({ onSuccess: done }));
  useUnsaved(JSON.stringify(typed) !== JSON.stringify(begun) && !save.isSuccess && !withdraw.isSuccess);
  return (
    <Stack gap="sm" maw="40rem">
      {save.isError && <RefusalNotice refusal={refusalOf(save.error)} />}
      {withdraw.isError && <RefusalNotice refusal={refusalOf(withdraw.error)} />}
      <TextInput
        label="Title"
        value={typed.title}
        onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
      />
      <Textarea
        label="What it says"
        description="In your own words: contribution beside other causes, never “because of the policy”."
        autosize
        minRows={2}
        value={typed.says}
        onChange={(event) => setTyped({ ...typed, says: event.currentTarget.value })}
      />
      <MultiSelect
        label="Codes"
        searchable
        data={codes.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
        value={typed.codes}
        onChange={(values) => setTyped({ ...typed, codes: values })}
      />
      <WatchFields
        questions={typed.questions}
        figures={typed.figures}
        onChange={({ questions, figures }) =>
          setTyped({ ...typed, questions: [...(questions ?? typed.questions)], figures: [...(figures ?? typed.figures)] })
        }
      />
      <Group gap="sm">
        <Button
          size="sm"
          loading={save.isPending}
          disabled={typed.title.trim() === '' || typed.says.trim() === '' || typed.codes.length === 0}
          onClick={() =>
            save.mutate({
              themeId: theme?.id ?? null,
              baseVersion: theme?.version ?? 0,
              ...typed,
              idempotencyKey: newIdempotencyKey(),
            })
          }
        >
          Keep this theme
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          Leave it
        </Button>
        {theme !== null && (
          <Button
            size="sm"
            variant="default"
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({ themeId: theme.id, baseVersion: theme.version, idempotencyKey: newIdempotencyKey() })
            }
          >
            Withdraw it
          </Button>
        )}
      </Group>
    </Stack>
  );
}
