import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { SendDocumentButton } from './send-document-button.tsx';

interface AttachDocumentProps {
  readonly of: { readonly version: string } | { readonly draft: string };
  readonly present: { readonly id: string; readonly fileName: string } | null;
  readonly mayAttach: boolean;
  readonly onAttached: () => void;
}

/** The council's own document beside a version: opened, attached, or put in place of another. */
export function AttachDocument({ of, present, mayAttach, onAttached }: AttachDocumentProps): ReactElement {
  return (
    <SendDocumentButton
      of={of}
      label={present === null ? 'Attach the council’s document' : 'Attach another'}
      refusedAs="The document was not attached"
      isHidden={!mayAttach}
      onSent={onAttached}
      before={
        present === null ? (
          <Text c="dimmed">No document attached</Text>
        ) : (
          <a href={`/api/policy/documents/${present.id}`} target="_blank" rel="noreferrer">
            {present.fileName}
          </a>
        )
      }
    />
  );
}
