import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, Stack, Text } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { SignOffView } from '../model/outputs.ts';
import { periodInWords } from '../model/period-words.ts';

interface SignedAlreadyProps {
  readonly signature: SignOffView;
  /** It was given while somebody here was writing theirs. */
  readonly isMeanwhile?: boolean;
}

/** There is one signature for each service and period: where one is there, it is led to. */
export function SignedAlready({ signature, isMeanwhile = false }: SignedAlreadyProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const { id, service, signedBy, signedAt } = signature;
  // The focus belongs to the browser.
  useEffect(() => {
    if (isMeanwhile) box.current?.focus();
  }, [isMeanwhile]);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role={isMeanwhile ? 'alert' : undefined}
      variant="light"
      color={isMeanwhile ? 'var(--pl-status-overdue)' : 'plumb'}
      maw="52rem"
      title={
        isMeanwhile
          ? 'Not signed: these days were signed off while you were writing'
          : `${periodInWords(signature)} is signed off`
      }
    >
      <Stack gap="xs" align="flex-start">
        <Text>
          {signedBy} signed off {periodInWords(signature)} for {service} on {instantInWords(signedAt)}. There is one signature for
          each service and period, so a second one is not kept.
          {isMeanwhile && ' What you typed stays here, so that you can copy it.'}
        </Text>
        <TextLink to="/audits/sign-off" search={{ signed: id }}>
          Open the signature
        </TextLink>
      </Stack>
    </Alert>
  );
}
