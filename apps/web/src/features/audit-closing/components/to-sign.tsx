import { useState, type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { periodProblem, periodToSign } from '../model/check-period.ts';
import type { SignOffsView } from '../model/outputs.ts';
import { isSamePeriod, periodInWords, type Period } from '../model/period-words.ts';
import { ChoosePeriod } from './choose-period.tsx';
import { Figures } from './figures.tsx';
import { SignedAlready } from './signed-already.tsx';
import { SignForm } from './sign-form.tsx';
import { useSignOff } from './use-sign-off.ts';
import css from './sign-off.module.css';

const route = getRouteApi('/audits/sign-off');

interface ToSignProps {
  readonly view: SignOffsView;
  readonly onSigned: (signOffId: string) => void;
}

/** Chooses a service and a period, looks at its figures, and signs them off. */
export function ToSign({ view, onSigned }: ToSignProps): ReactElement | null {
  const search = route.useSearch();
  const { today } = useMe();
  // As signatures stood when the page opened: the month that it offers does not change under what is being written.
  const [signedAtFirst] = useState(view.signed);
  const service = view.services.find((one) => one === search.service) ?? view.services[0];
  if (service === undefined) return null;
  const asked = search.from !== undefined && search.to !== undefined ? { fromOn: search.from, toOn: search.to } : undefined;
  const period = asked ?? periodToSign(view.periods, signedAtFirst, service);
  if (period === undefined) return null;
  const problem = periodProblem(period, today);
  return (
    <section aria-labelledby="to-sign" className={`${css['part']} no-print`}>
      <Title order={2} id="to-sign">
        {periodInWords(period)}, {service}
      </Title>
      <ChoosePeriod view={view} service={service} period={period} />
      {problem === null ? (
        <OnePeriod
          key={`${service} ${period.fromOn} ${period.toOn}`}
          view={view}
          service={service}
          period={period}
          onSigned={onSigned}
        />
      ) : (
        <Text component="output" display="block">
          {problem}
        </Text>
      )}
    </section>
  );
}

interface OnePeriodProps extends ToSignProps {
  readonly service: string;
  readonly period: Period;
}

function OnePeriod(props: OnePeriodProps): ReactElement {
  const { view, service, period } = props;
  const earlier = view.signed.find((one) => one.service === service && isSamePeriod(one, period));
  // Whoever is writing keeps the form, whatever is signed meanwhile.
  const [isOpen] = useState(earlier === undefined);
  return isOpen || earlier === undefined ? <Unsigned {...props} earlier={earlier} /> : <SignedAlready signature={earlier} />;
}

function Unsigned({
  service,
  period,
  earlier,
  onSigned,
}: OnePeriodProps & { readonly earlier: SignOffsView['signed'][number] | undefined }): ReactElement {
  const trpc = useTRPC();
  const form = useSignOff(service, period, onSigned);
  const figures = useQuery(
    trpc.audits.figuresToSign.queryOptions({ service, ...period }, { refetchOnWindowFocus: false, refetchOnReconnect: false }),
  );
  return (
    <>
      {figures.isPending && <PageSkeleton label="Working out the figures" rows={5} />}
      {figures.isError && (
        <Problem error={figures.error} what="The figures could not be worked out" onRetry={() => void figures.refetch()} />
      )}
      {figures.data !== undefined && (
        <>
          <Figures figures={figures.data} period={period} />
          <section aria-labelledby="sign" className={css['signing']}>
            <Title order={2} id="sign">
              Sign off {periodInWords(period)}
            </Title>
            <SignForm form={form} service={service} period={period} figures={figures.data} earlier={earlier} />
          </section>
        </>
      )}
    </>
  );
}
