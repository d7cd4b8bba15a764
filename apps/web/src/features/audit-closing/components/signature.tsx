import { type ReactElement } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { SignOffView } from '../model/outputs.ts';
import { periodInWords } from '../model/period-words.ts';
import { ActionList } from './action-list.tsx';
import { Figures } from './figures.tsx';
import css from './sign-off.module.css';

interface SignatureProps {
  readonly signature: SignOffView;
  /** It was given a moment ago, here. */
  readonly isNew: boolean;
}

/** One signature as it was given: figures and comment never change; actions as they stand now. */
export function Signature({ signature, isNew }: SignatureProps): ReactElement {
  const { service, signedBy, signedAt, comment, figures, actions, policyVersion } = signature;
  const version = policyVersion === null ? '' : ` Counted under version ${policyVersion} of the policy.`;
  return (
    <>
      <PageHeading
        title={`Supervision figures, ${periodInWords(signature)}`}
        above={
          <TextLink to="/audits/sign-off" search={{}} className="no-print">
            All signatures
          </TextLink>
        }
        lead={`${service}. Signed off by ${signedBy} on ${instantInWords(signedAt)}.${version}`}
        actions={
          <Button variant="default" onClick={() => globalThis.print()}>
            Print
          </Button>
        }
      />
      <div className={css['page']}>
        {isNew && (
          <div className="no-print">
            <SavedNotice title="Signed off">
              <Text>The figures below are kept as they stand, with your comment. Actions stand with those who do them.</Text>
            </SavedNotice>
          </div>
        )}
        <section aria-labelledby="comment" className={css['part']}>
          <Title order={2} id="comment">
            What the figures say, and what will be done
          </Title>
          <Text className={css['comment'] ?? ''}>{comment}</Text>
        </section>
        <section aria-labelledby="agreed" className={css['part']}>
          <Title order={2} id="agreed">
            Actions, as they stand today
          </Title>
          {actions.length === 0 ? (
            <Text>None was agreed with this signature.</Text>
          ) : (
            <>
              <ActionList actions={actions} label="Actions of this signature" />
              <TextLink to="/audits/actions" className="no-print">
                Go to all actions
              </TextLink>
            </>
          )}
        </section>
        <section aria-labelledby="figures" className={css['part']}>
          <Title order={2} id="figures">
            Figures, as they were signed
          </Title>
          <Figures figures={figures} period={signature} />
        </section>
      </div>
    </>
  );
}
