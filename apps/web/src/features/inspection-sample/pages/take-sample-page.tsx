import { type ReactElement } from 'react';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { TakeSampleForm } from '../components/take-sample-form.tsx';

/** Who asks, why, beside whom, whom they name and for which time. Opens nothing. */
export function TakeSamplePage(): ReactElement {
  const { permissions } = useMe();
  return (
    <>
      <PageHeading
        title="Take up a sample"
        lead="Write down what inspectors asked for before you open anything. Taking it up shows no record to anybody."
        above={<TextLink to="/inspection/sample">Inspector’s sample</TextLink>}
      />
      {permissions.includes('impact:sample') ? (
        <TakeSampleForm />
      ) : (
        <Empty title="This is not open to you">
          Samples are taken up by service managers and principal social workers, who may open these records already.
        </Empty>
      )}
    </>
  );
}
