import { useRef, useState, type ReactElement } from 'react';
import { Alert, Anchor, Button, Checkbox, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PaperPerson, PaperRound } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { PaperTable } from '../components/paper-table.tsx';
import type { MadeForPaper } from '../model/make-paper.ts';
import { refusalInWords } from '../model/round-words.ts';

const route = getRouteApi('/surveys/rounds/$roundId/paper');

/** As many as one print-out holds. */
const MOST_AT_ONCE = 200;

/** Paper forms for staff without a screen, for whoever the round names to hand them out. */
export function PaperPage(): ReactElement {
  const { roundId } = route.useParams();
  const trpc = useTRPC();
  const people = useQuery(trpc.surveyRounds.paper.people.queryOptions({ roundId }, { staleTime: 0 }));
  return (
    <>
      <PageHeading
        title="Paper forms"
        above={
          <Link to="/surveys/rounds/$roundId" params={{ roundId }}>
            Survey round
          </Link>
        }
        lead="For people who do not get to a screen. A form takes the place of the person’s one-time link."
      />
      {people.isPending && <PageSkeleton label="Loading who is invited" />}
      {people.isError && (
        <Problem error={people.error} what="Who is invited could not be loaded" onRetry={() => void people.refetch()} />
      )}
      {people.data !== undefined && <Choose round={people.data.round} people={people.data.people} />}
    </>
  );
}

interface ChooseProps {
  readonly round: PaperRound;
  readonly people: readonly PaperPerson[];
}

function Choose({ round, people }: ChooseProps): ReactElement {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [find, setFind] = useState('');
  const [isAll, setAll] = useState(false);
  const paper = useMakePaper(round);
  const candidates = people.filter(({ id, isIssued }) => !isIssued || paper.isBegun(id));
  const shown = candidates
    .filter((person) => isAll || !person.hasAddress)
    .filter(({ name, team }) => `${name} ${team}`.toLowerCase().includes(find.trim().toLowerCase()));
  const picked = candidates.filter(({ id }) => chosen.has(id));
  if (paper.address !== null) return <Made count={paper.made} address={paper.address} />;
  return (
    <Stack gap="md">
      <Text className="prose">
        Choose those who asked for paper or cannot be reached otherwise. Whoever has taken their link is not in the list: one
        person, one link. The forms come in a random order, so that nobody sees whose is whose.
      </Text>
      <Group align="end">
        <TextInput label="Find by name or team" value={find} onChange={(event) => setFind(event.currentTarget.value)} />
        <Checkbox
          label="Also people with a mail address"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 ? (
        <Empty title="Nobody">
          {isAll ? 'Everybody here has taken their link.' : 'Everybody without a mail address has taken their link.'}
        </Empty>
      ) : (
        <PaperTable people={shown} chosen={chosen} onChoose={setChosen} />
      )}
      {paper.problem !== null && (
        <Alert role="alert" color="var(--pl-status-overdue)" variant="light" title="The forms are not made yet" maw="52rem">
          {paper.problem}
        </Alert>
      )}
      {paper.share !== null && <Progress value={paper.share * 100} aria-label="Making links for paper" maw="30rem" />}
      <Group>
        <Button
          loading={paper.share !== null}
          disabled={picked.length === 0 || picked.length > MOST_AT_ONCE}
          onClick={() => paper.make(picked)}
        >
          {picked.length === 1 ? 'Make 1 paper form' : `Make ${picked.length} paper forms`}
        </Button>
        <Text size="sm" c="dimmed">
          {picked.length > MOST_AT_ONCE
            ? `At most ${MOST_AT_ONCE} at once.`
            : 'They cannot be made a second time for the same person: print them in the next step.'}
        </Text>
      </Group>
    </Stack>
  );
}

interface MakingPaper {
  readonly share: number | null;
  readonly made: number;
  readonly address: string | null;
  readonly problem: string | null;
  /** Their form was begun here and not finished: it can be asked for again. */
  readonly isBegun: (id: string) => boolean;
  readonly make: (people: readonly PaperPerson[]) => void;
}

/** Makes the links in this browser. The arithmetic loads only here. */
function useMakePaper(round: PaperRound): MakingPaper {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const issue = useMutation(trpc.surveyRounds.paper.issue.mutationOptions());
  const [share, setShare] = useState<number | null>(null);
  const [made, setMade] = useState(0);
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const begun = useRef<MadeForPaper>(new Map());

  async function make(people: readonly PaperPerson[]): Promise<void> {
    setShare(0);
    setProblem(null);
    try {
      const { makePaper } = await import('../model/make-paper.ts');
      const sign = async (asked: { subjectId: string; blinded: string }[]) =>
        (await issue.mutateAsync({ roundId: round.id, people: asked })).signatures;
      const onBlinded = (done: number): void => setShare(done / people.length);
      setAddress(await makePaper({ round, people, made: begun.current, sign, onBlinded }));
      begun.current.clear();
      setMade(people.length);
    } catch (error) {
      setProblem(paperRefusal(error));
    }
    setShare(null);
    await queryClient.invalidateQueries();
  }

  return { share, made, address, problem, isBegun: (id) => begun.current.has(id), make: (people) => void make(people) };
}

function paperRefusal(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal.kind === 'already-recorded')
    return 'One of these people has taken their link meanwhile. Load the page again and choose anew.';
  return refusalInWords(refusal);
}

function Made({ count, address }: { readonly count: number; readonly address: string }): ReactElement {
  return (
    <Alert
      variant="light"
      color="plumb"
      title={count === 1 ? 'One paper form is ready' : `${count} paper forms are ready`}
      maw="52rem"
    >
      <Stack gap="sm">
        <Text>
          Open the printing page now and print there. It opens at the address where answers are kept, with the links in it; they
          stand nowhere else. If this page is closed first, they are lost.
        </Text>
        <div>
          <Anchor href={address} target="_blank" rel="noreferrer" fw={600}>
            Open the printing page
          </Anchor>
        </div>
      </Stack>
    </Alert>
  );
}
