import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Radio, Select, Stack, Text } from '@mantine/core';
import { BASIS_WORDS, dateInWords } from '@plumbline/analytics/wording';
import { auditKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { readTypedDate } from '../../../parts/form/typed-date.ts';
import type { ToolRow } from '../model/outputs.ts';
import { usualDays, usualTitle } from '../model/plan-defaults.ts';
import { readPlan, type PlanDraft } from '../model/read-plan.ts';
import { NotDone } from './not-done.tsx';
import { PlanFields } from './plan-fields.tsx';
import { useIntention } from './use-intention.ts';

interface PlanFormProps {
  /** Published ones only. */
  readonly tools: readonly ToolRow[];
  /** The tool with which the form begins. */
  readonly tool: string | undefined;
}

/** Plans an audit: which questions, drawn or picked, when, where, by whom. Nothing is drawn yet. */
export function PlanForm({ tools, tool: asked }: PlanFormProps): ReactElement {
  const formId = useId();
  const me = useMe();
  const today = me.today as LocalDate;
  const [typed, setTyped] = useState<PlanDraft>(() => beginning(tools, asked, me.person, today));
  const [isChanged, setChanged] = useState(false);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const plan = usePlan((found) => {
    setProblems(found);
    setTries((before) => before + 1);
  });
  useUnsaved(isChanged && !plan.isSuccess);
  const tool = tools.find(({ id }) => id === typed.tool);
  const isOwnLine = tool !== undefined && auditKind(tool.kind).by === 'own-line';
  const isDrawn = tool !== undefined && !isOwnLine && typed.basis === 'random';
  const title = titleFor(tool, typed, today);

  function change(part: Partial<PlanDraft>): void {
    setTyped((before) => ({ ...before, ...part }));
    setChanged(true);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readPlan(typed, { today, usualTitle: title, isDrawn });
    setProblems('problems' in read ? read.problems : []);
    if ('problems' in read) return setTries(tries + 1);
    if (tool === undefined || tool.published === null) return;
    plan.send({ ...read.plan, toolId: tool.id, toolNumber: tool.published, basis: isDrawn ? 'random' : 'targeted' });
  }

  const field = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg" maw="44rem">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {plan.error !== null && problems.length === 0 && <NotDone error={plan.error} />}
        <Select
          {...field('tool')}
          label="Tool"
          description="The questions that are asked. The version named here holds for the whole audit."
          maw="36rem"
          allowDeselect={false}
          data={tools.map(({ id, title: called, published }) => ({ value: id, label: `${called}, version ${published}` }))}
          value={typed.tool === '' ? null : typed.tool}
          onChange={(id) => change({ tool: id ?? '' })}
        />
        {tool !== undefined && <Chosen tool={tool} typed={typed} isOwnLine={isOwnLine} onChange={change} />}
        <PlanFields
          typed={typed}
          usualTitle={title}
          today={today}
          about={tool?.about ?? 'person'}
          isDrawn={isDrawn}
          field={field}
          onChange={change}
        />
        <div>
          <Button type="submit" loading={plan.isPending}>
            Put it into the programme
          </Button>
        </div>
      </Stack>
    </PlainForm>
  );
}

type Sent = Omit<Parameters<ReturnType<typeof usePlanCall>['mutate']>[0], 'idempotencyKey'>;

function usePlanCall() {
  return useMutation(useTRPC().audits.plan.mutationOptions());
}

/** Sends the plan; what the server says of single fields comes back as things to mend. */
function usePlan(onProblems: (problems: readonly FormProblem[]) => void) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  const call = usePlanCall();
  return {
    isPending: call.isPending,
    isSuccess: call.isSuccess,
    error: call.error,
    send(plan: Sent): void {
      call.mutate(
        { ...plan, idempotencyKey: keyFor(plan) },
        {
          onSuccess: async ({ auditId }) => {
            await navigate({ to: '/audits/$auditId', params: { auditId }, ignoreBlocker: true });
            await queryClient.invalidateQueries();
          },
          onError: (error) => {
            const { fields } = refusalOf(error);
            onProblems(Object.entries(fields).map(([entry, message]) => ({ entry, message })));
          },
        },
      );
    },
  };
}

function beginning(
  tools: readonly ToolRow[],
  asked: string | undefined,
  me: { readonly id: string; readonly name: string },
  today: LocalDate,
): PlanDraft {
  const { startsOn, dueOn } = usualDays(today);
  const [only] = tools.length === 1 ? tools : [];
  return {
    tool: tools.find(({ id }) => id === asked)?.id ?? only?.id ?? '',
    basis: 'random',
    title: null,
    startsOn: dateInWords(startsOn),
    dueOn: dateInWords(dueOn),
    isAllTeams: true,
    teams: [],
    leadId: me.id,
    leadName: me.name,
    responderId: me.id,
    responderName: me.name,
    size: '',
    reserves: null,
  };
}

function titleFor(tool: ToolRow | undefined, { startsOn }: PlanDraft, today: LocalDate): string {
  const read = readTypedDate(startsOn, today);
  return usualTitle(tool?.title ?? '', read.kind === 'date' ? read.value : today);
}

interface ChosenProps {
  readonly tool: ToolRow;
  readonly typed: PlanDraft;
  readonly isOwnLine: boolean;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** What the tool is for, and how its files are chosen. */
function Chosen({ tool, typed, isOwnLine, onChange }: ChosenProps): ReactElement {
  const { title, says } = auditKind(tool.kind);
  return (
    <Stack gap="md">
      <Text className="prose" c="dimmed">
        {title}: {says}
      </Text>
      {isOwnLine ? (
        <Text className="prose">
          Managers do this about their own people, so it is picked and never drawn: a figure from it says nothing about the whole
          council, and it is never counted together with a random sample. You pick from the list once it is in the programme.
        </Text>
      ) : (
        <Radio.Group
          label="How files are chosen"
          value={typed.basis}
          onChange={(basis) => onChange({ basis: basis === 'targeted' ? 'targeted' : 'random' })}
        >
          <Stack gap="xs" mt={4}>
            <Radio
              value="random"
              label={BASIS_WORDS.random}
              description="Nobody chooses. What is found says something about all, with its margin."
            />
            <Radio
              value="targeted"
              label="Picked by hand"
              description="You choose from the list, for a reason. What is found says something about these files only."
            />
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
