import { type ReactElement } from 'react';
import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AgreementModel, FormModel, LibraryForm, LibraryView } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { Cites } from '../components/cites.tsx';
import { LibraryFrame } from '../components/library-frame.tsx';
import { TemplateForm } from '../components/template-form.tsx';
import css from '../components/library.module.css';
import { agreementAnchor } from '../model/library-hits.ts';

const route = getRouteApi('/policy/forms');

/** The council's agreement and every form that its policy names; one of them drawn where the address names it. */
export function FormsPage(): ReactElement {
  const { id, find } = route.useSearch();
  const trpc = useTRPC();
  const form = useQuery(
    trpc.policy.template.queryOptions({ templateId: id ?? '' }, { enabled: id !== undefined, staleTime: 10 * 60_000 }),
  );
  if (id === undefined)
    return (
      <LibraryFrame address="/policy/forms" title="Templates and agreements">
        {(view, isFound) => <Forms view={view} isFound={isFound} />}
      </LibraryFrame>
    );
  return (
    <LibraryFrame
      address="/policy/forms"
      isOpened
      title={form.data?.title ?? 'Form'}
      above={
        <Link to="/policy/forms" search={find === undefined ? {} : { find }}>
          Templates and agreements
        </Link>
      }
    >
      {() => (
        <>
          {form.isPending && <PageSkeleton label="Loading the form" />}
          {form.isError && <Problem error={form.error} what="The form could not be loaded" onRetry={() => void form.refetch()} />}
          {form.data !== undefined && <Form form={form.data} />}
        </>
      )}
    </LibraryFrame>
  );
}

interface FormsProps {
  readonly view: LibraryView;
  readonly isFound: (anchor: string) => boolean;
}

function Forms({ view, isFound }: FormsProps): ReactElement {
  const agreements = view.agreements.filter(({ id }) => isFound(agreementAnchor(id)));
  const forms = view.forms.filter(({ id }) => isFound(id));
  if (view.forms.length === 0)
    return (
      <Empty title="No forms yet">
        The forms that the policy names will be listed here once somebody has written them down in the policy.
      </Empty>
    );
  return (
    <div className={css['text']}>
      {agreements.length > 0 && (
        <section aria-labelledby="agreements">
          <h2 id="agreements">Agreement</h2>
          {agreements.map((agreement) => (
            <Agreement key={agreement.id} agreement={agreement} />
          ))}
        </section>
      )}
      {[...Map.groupBy(forms, ({ type }) => type)].map(([type, forms]) => (
        <section key={type} aria-labelledby={`type-${type}`}>
          <h2 id={`type-${type}`}>{PLURALS[type] ?? type}</h2>
          {forms.map((form) => (
            <FormLine key={form.id} form={form} />
          ))}
        </section>
      ))}
    </div>
  );
}

const PLURALS: Readonly<Record<string, string>> = {
  Record: 'Records',
  Log: 'Entries in a log',
  Agreement: 'Form of the agreement',
  Decision: 'Decisions',
  Observation: 'Observations',
  Audit: 'Audits',
  Checklist: 'Checklists',
  Note: 'Notes',
  Register: 'Registers',
};

function FormLine({ form }: { readonly form: LibraryForm }): ReactElement {
  return (
    <article className={css['entry']}>
      <h3>
        <Link to="/policy/forms" search={{ id: form.id }}>
          {form.title}
        </Link>
      </h3>
      <p>{form.says}</p>
      <p className={css['quiet']}>
        {form.forWhom} · <Cites clause={form.clause} rows={[]} />
      </p>
    </article>
  );
}

function Agreement({ agreement }: { readonly agreement: AgreementModel }): ReactElement {
  return (
    <article className={css['entry']} id={agreementAnchor(agreement.id)}>
      <h3>{agreement.title}</h3>
      <p>{agreement.says}</p>
      <dl className={css['facts']}>
        <dt>First</dt>
        <dd>
          {agreement.firstDue.says} <Cites rows={agreement.firstDue.cites} />
        </dd>
        <dt>Looked at again</dt>
        <dd>
          {agreement.review.says} <Cites rows={agreement.review.cites} />
        </dd>
        <dt>Signed by</dt>
        <dd>{agreement.signedBy}</dd>
        <dt>Must say</dt>
        <dd>
          <ul>
            {agreement.mustSay.map(({ label, cites }) => (
              <li key={label}>
                {label} <Cites rows={cites} />
              </li>
            ))}
          </ul>
        </dd>
        {agreement.reviewQuestions.length > 0 && (
          <>
            <dt>Asked at a review</dt>
            <dd>
              <ol>
                {agreement.reviewQuestions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ol>
            </dd>
          </>
        )}
      </dl>
      <p>
        {agreement.form !== null && (
          <Link to="/policy/forms" search={{ id: agreement.form.id }}>
            See the form
          </Link>
        )}{' '}
        <Cites clause={agreement.clause} rows={[]} />
      </p>
    </article>
  );
}

function Form({ form }: { readonly form: FormModel }): ReactElement {
  return (
    <article aria-labelledby="page-title">
      <div className={css['text']}>
        <p>{form.says}</p>
        <Group gap="xs">
          <Badge tt="none" variant="light">
            {form.type}
          </Badge>
          {form.isOptional && (
            <Badge tt="none" variant="outline">
              may be left out
            </Badge>
          )}
        </Group>
        <dl className={css['facts']}>
          <dt>For</dt>
          <dd>{form.forWhom}</dd>
          {form.signedBy !== null && (
            <>
              <dt>Signed by</dt>
              <dd>{form.signedBy}</dd>
            </>
          )}
          {form.makes !== null && (
            <>
              <dt>Makes</dt>
              <dd>
                {form.makes.title}
                {form.makes.keptIn === null ? '; the policy doesn’t say where it is kept' : `, kept here: ${form.makes.keptIn}`}
              </dd>
              {form.makes.never !== null && (
                <>
                  <dt>Never in it</dt>
                  <dd>{form.makes.never}</dd>
                </>
              )}
            </>
          )}
          <dt>In the policy</dt>
          <dd>
            <Cites clause={form.clause} rows={form.cites} />
          </dd>
        </dl>
        <h2 className={css['formHeading']}>The form</h2>
        <p className={css['quiet']}>
          As it will look; nothing can be typed here. “Ours” marks what the policy does not ask and a rule needs.
        </p>
      </div>
      <TemplateForm form={form} />
      <Slots form={form} />
    </article>
  );
}

function Slots({ form }: { readonly form: FormModel }): ReactElement | null {
  if (form.slots.length === 0) return null;
  return (
    <section aria-labelledby="slots" className={css['text']}>
      <h2 id="slots">Places for what the council has itself</h2>
      {form.slots.map((slot) => (
        <div key={slot.id} className={css['entry']}>
          <h3>{slot.title}</h3>
          <p>{slot.says}</p>
          <p className={css['quiet']}>
            {slot.holds}: <FilledWith slot={slot} /> · <Cites rows={slot.cites} />
          </p>
        </div>
      ))}
    </section>
  );
}

/** What the council put in: its name, with its address and its document where there are any. */
function FilledWith({ slot }: { readonly slot: FormModel['slots'][number] }): ReactElement {
  const mayFill = useMe().permissions.includes('policy:draft');
  if (slot.filledWith === null && slot.document === null)
    return <>empty so far{mayFill && <Link to="/policy/versions"> (fill it in a new version)</Link>}</>;
  const name = slot.filledWith ?? 'the document';
  return (
    <>
      {slot.link === null ? (
        name
      ) : (
        <a href={slot.link} target="_blank" rel="noreferrer">
          {name}
        </a>
      )}
      {slot.document !== null && (
        <>
          {' '}
          <a href={`/api/policy/documents/${slot.document}`} target="_blank" rel="noreferrer">
            Open the document
          </a>
        </>
      )}
    </>
  );
}
