import { type ReactElement } from 'react';
import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import type { ImportConcern, ImportView } from '@plumbline/analytics/compliance';
import { importConcernWords } from '@plumbline/analytics/wording';

interface ConcernsProps {
  readonly view: Pick<ImportView, 'kind' | 'concerns'>;
  readonly agreed: readonly ImportConcern['kind'][];
  /** Whether applying was tried before everything was said yes to. */
  readonly isAsked: boolean;
  /** Left out where the reader may look only. */
  readonly onAgree?: (agreed: readonly ImportConcern['kind'][]) => void;
}

/** What speaks against applying a file, each with a box in which somebody says that it is right all the same. */
export function Concerns({ view, agreed, isAsked, onAgree }: ConcernsProps): ReactElement | null {
  if (view.concerns.length === 0) return null;
  return (
    <Stack component="section" gap="md" aria-label="Before this file is applied">
      {view.concerns.map((concern) => {
        const { title, text, yes } = importConcernWords(concern, view.kind);
        const isAgreed = agreed.includes(concern.kind);
        return (
          <Alert key={concern.kind} color="orange" variant="light" maw="52rem" title={title}>
            <Stack gap="sm">
              <Text className="prose">{text}</Text>
              {onAgree !== undefined && (
                <Checkbox
                  id={concernBoxId(concern.kind)}
                  label={yes}
                  checked={isAgreed}
                  error={isAsked && !isAgreed ? 'Tick this to apply the file all the same.' : undefined}
                  onChange={({ currentTarget }) =>
                    onAgree(currentTarget.checked ? [...agreed, concern.kind] : agreed.filter((kind) => kind !== concern.kind))
                  }
                />
              )}
            </Stack>
          </Alert>
        );
      })}
    </Stack>
  );
}

/** The id of the box of a concern, for taking the reader there. */
export function concernBoxId(kind: ImportConcern['kind']): string {
  return `concern-${kind}`;
}
