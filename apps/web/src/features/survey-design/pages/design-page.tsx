import { lazy, Suspense, useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { checkDesign, type DesignCheck } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { useOpened, WHEN_OPENED } from '../../../parts/saving/use-opened.ts';
import { AddOwn } from '../components/add-own.tsx';
import css from '../components/design.module.css';
import { QuestionList } from '../components/question-list.tsx';
import { useForm, type FormWork } from '../components/use-form.ts';
import { FormConflict, WorkBar } from '../components/work-bar.tsx';
import { minutesWords } from '../model/minutes.ts';
import type { LoadedDesign } from '../model/outputs.ts';
import { isOfPolicyInForce } from '../model/policy-attached.ts';

const route = getRouteApi('/surveys/designs/$designId');

// Loaded when they are opened: whoever mends a word in a question needs none of them.
const BankDrawer = lazy(async () => ({ default: (await import('../components/bank-drawer.tsx')).BankDrawer }));
const CheckPanel = lazy(async () => ({ default: (await import('../components/check-panel.tsx')).CheckPanel }));
const PolicyPanel = lazy(async () => ({ default: (await import('../components/policy-panel.tsx')).PolicyPanel }));
const PublishPanel = lazy(async () => ({ default: (await import('../components/publish-panel.tsx')).PublishPanel }));
const PhonePreview = lazy(async () => ({ default: (await import('../components/phone-preview.tsx')).PhonePreview }));

/** One survey form: its questions, what there is to say of them, how it looks on a phone, and its publishing. */
export function DesignPage(): ReactElement {
  const { designId } = route.useParams();
  const trpc = useTRPC();
  const design = useQuery(trpc.surveyDesigns.get.queryOptions({ designId }, WHEN_OPENED));
  const opened = useOpened(design);
  if (design.isError && opened === undefined)
    return (
      <>
        <PageHeading title="A survey form" above={<Above />} />
        <Problem error={design.error} what="The survey form could not be loaded" onRetry={() => void design.refetch()} />
      </>
    );
  if (opened === undefined) return <PageSkeleton label="Loading the survey form" />;
  return <DesignAtWork key={`${designId} ${opened.versions.length}`} design={opened} />;
}

function Above(): ReactElement {
  return (
    <>
      <Link to="/surveys">Surveys</Link> · <Link to="/surveys/designs">Survey forms</Link>
    </>
  );
}

function DesignAtWork({ design }: { readonly design: LoadedDesign }): ReactElement {
  const work = useForm(design);
  const navigate = route.useNavigate();
  const { part = 'questions', item = null } = route.useSearch();
  const settled = useDeferredValue(work.form);
  const check = useMemo(() => checkDesign(settled), [settled]);
  const openItem = (itemId: string | null): void =>
    void navigate({ search: itemId === null ? {} : { item: itemId }, replace: true, resetScroll: false });
  return (
    <>
      <PageHeading title={work.form.title || 'A survey form'} above={<Above />} lead={leadOf(design, check)} />
      <WorkBar work={work} />
      <FormConflict work={work} />
      <Tabs
        designId={design.id}
        part={part}
        check={check}
        isPolicyOld={design.policy !== null && work.form.policy !== null && !isOfPolicyInForce(work.form, design.policy)}
      />
      <Suspense fallback={<PageSkeleton label="Opening" />}>
        {part === 'questions' && <Questions design={design} work={work} check={check} item={item} onOpen={openItem} />}
        {part === 'preview' && (
          <div style={{ maxWidth: '26rem' }}>
            <PhonePreview form={work.form} itemId={item} />
          </div>
        )}
        {part === 'checks' && <CheckPanel form={work.form} check={check} onOpen={openItem} />}
        {part === 'policy' && <PolicyPanel design={design} work={work} />}
        {part === 'publish' && (
          <PublishPanel
            design={design}
            work={work}
            check={check}
            onPublished={() => void navigate({ search: { part: 'publish' } })}
          />
        )}
      </Suspense>
    </>
  );
}

function leadOf(design: LoadedDesign, check: DesignCheck): string {
  const [last] = design.versions;
  const standing = last === undefined ? 'Not published yet.' : `Version ${last.number} is published.`;
  if (check.items === 0) return standing;
  return `${standing} ${check.items} questions; ${minutesWords(check.minutes.receives)} for somebody who receives supervision, ${minutesWords(check.minutes.both)} for somebody who gives it as well.`;
}

interface TabsProps {
  readonly designId: string;
  readonly part: string;
  readonly check: DesignCheck;
  readonly isPolicyOld: boolean;
}

function Tabs({ designId, part, check, isPolicyOld }: TabsProps): ReactElement {
  const mend = check.findings.filter(({ level }) => level === 'mend').length;
  const look = check.findings.length - mend;
  const checks = mend > 0 ? `Checks (${mend} to mend)` : `Checks${look === 0 ? '' : ` (${look})`}`;
  const entries = [
    { name: 'questions', label: 'Questions' },
    { name: 'preview', label: 'On a phone', isNarrow: true },
    { name: 'checks', label: checks },
    { name: 'policy', label: isPolicyOld ? 'Policy (a new version is in force)' : 'Policy' },
    { name: 'publish', label: 'Publish' },
  ];
  return (
    <nav aria-label="The survey form">
      <ul className={css['tabs']}>
        {entries.map(({ name, label, isNarrow }) => (
          <li key={label} className={isNarrow === true ? css['onlyNarrow'] : undefined}>
            <Link
              to="/surveys/designs/$designId"
              params={{ designId }}
              search={{ part: name }}
              resetScroll={false}
              aria-current={name === part ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface QuestionsProps {
  readonly design: LoadedDesign;
  readonly work: FormWork;
  readonly check: DesignCheck;
  readonly item: string | null;
  readonly onOpen: (itemId: string | null) => void;
}

function Questions({ design, work, check, item, onOpen }: QuestionsProps): ReactElement {
  /** Null until it is first opened: then it is loaded, and stays so that the focus finds its way back. */
  const [isBankOpen, setIsBankOpen] = useState<boolean | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className={css['work']}>
      <div>
        <Head work={work} />
        <Group gap="sm" mb="md">
          <Button onClick={() => setIsBankOpen(true)}>Choose from the bank</Button>
          <Button variant="default" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
            Add your own question
          </Button>
        </Group>
        {isAdding && (
          <AddOwn
            work={work}
            after={item}
            onClose={() => setIsAdding(false)}
            onAdded={(added) => {
              setIsAdding(false);
              onOpen(added);
            }}
          />
        )}
        {work.form.items.length === 0 ? (
          <Empty title="No questions yet">
            Choose questions from the bank, by what they are about, or add your own. They stand here in the order in which they
            are asked.
          </Empty>
        ) : (
          <QuestionList work={work} findings={check.findings} open={item} onOpen={onOpen} />
        )}
        {isBankOpen !== null && (
          <Suspense fallback={null}>
            <BankDrawer isOpen={isBankOpen} onClose={() => setIsBankOpen(false)} policy={design.policy} work={work} />
          </Suspense>
        )}
      </div>
      <aside className={css['aside']} aria-label="How it looks">
        <Suspense fallback={<PageSkeleton label="Opening" />}>
          <PhonePreview form={work.form} itemId={item} />
        </Suspense>
      </aside>
    </div>
  );
}

/** What everybody reads first: the title and the introduction. */
function Head({ work }: { readonly work: FormWork }): ReactElement {
  const { form } = work;
  return (
    <details className={css['head']}>
      <summary>Title and introduction</summary>
      <Stack gap="md" maw="40rem" my="md">
        <TextInput
          label="Title"
          maxLength={120}
          value={form.title}
          error={form.title.trim() === '' ? 'Give the survey a title.' : undefined}
          onChange={(event) => {
            const title = event.currentTarget.value;
            work.edit((before) => ({ ...before, title }), 'Changed the title');
          }}
        />
        <Textarea
          label="Introduction"
          description="What it is for and how long it takes. Who can see what is said by the product itself."
          autosize
          minRows={3}
          maxLength={2000}
          value={form.introduction}
          onChange={(event) => {
            const introduction = event.currentTarget.value;
            work.edit((before) => ({ ...before, introduction }), 'Changed the introduction');
          }}
        />
        <Text size="sm" c="dimmed">
          Then everybody is asked whether they receive supervision, give it, both, or neither: it decides which parts they see.
        </Text>
      </Stack>
    </details>
  );
}
