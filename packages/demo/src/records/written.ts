import { toDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import type { PackId } from '../councils.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { RandomStream } from '../random.ts';
import { isoAt, isoDay } from '../spans.ts';
import { change, dayOfSession, isOnOrAfter, keptFrom, listOf, streamOf, wasHeld } from './beside.ts';

type Template = NonNullable<FactOf<'record'>['template']>;

interface Form {
  readonly template: Template;
  readonly sections: readonly string[];
}

/** The forms of each policy and what they are made of. */
const FORMS: Readonly<Record<PackId, Form>> = {
  wirral: {
    template: 'personal-record',
    sections: ['previous-actions', 'welfare', 'performance', 'development', 'workload', 'actions'],
  },
  bcp: {
    template: 'personal-record',
    sections: ['welfare', 'leave', 'practice', 'development', 'responsibilities', 'other-business'],
  },
  kent: { template: 'professional-support', sections: ['core-topics', 'welfare', 'health-and-safety', 'development', 'actions'] },
  shropshire: {
    template: 'practitioner-agenda',
    sections: [
      'welfare',
      'previous-actions',
      'workload',
      'high-risk-cases',
      'complaints',
      'development',
      'health-and-safety',
      'other-business',
      'next-meeting',
    ],
  },
};

/** Where a policy has a form of its own for some roles and for personal supervision. */
const FURTHER: Readonly<Record<'personal' | 'team-manager' | 'residential-carer', Form>> = {
  personal: { template: 'personal-agenda', sections: ['performance', 'development', 'support', 'mediation', 'actions'] },
  'team-manager': {
    template: 'manager-agenda',
    sections: [
      'welfare',
      'previous-actions',
      'budget',
      'team-data',
      'agency-issues',
      'staffing',
      'high-risk-cases',
      'complaints',
      'development',
      'health-and-safety',
      'other-business',
      'next-meeting',
    ],
  },
  'residential-carer': {
    template: 'residential-agenda',
    sections: [
      'previous-actions',
      'welfare',
      'went-well',
      'was-hard',
      'development',
      'children-in-home',
      'models',
      'safeguarding',
      'other-business',
      'actions',
    ],
  },
};

function formFor(packId: PackId, { kind }: FactOf<'session'>, role: string | undefined): Form {
  if (packId !== 'shropshire') return FORMS[packId];
  if (kind === 'personal') return FURTHER.personal;
  return role === 'team-manager' || role === 'residential-carer' ? FURTHER[role] : FORMS.shropshire;
}

const RECORDED: readonly FactOf<'session'>['kind'][] = ['one-to-one', 'personal', 'professional-support'];

/** The written records of last year's supervisions, a few with something missing. */
export function addRecords(context: Context, rows: FactRows): void {
  const roles = new Map(rows.post.map(({ person, role }) => [person, role]));
  for (const session of rows.session) {
    const day = dayOfSession(session);
    if (!RECORDED.includes(session.kind) || !wasHeld(session) || day < keptFrom(context) || day >= context.today - 6) continue;
    const random = streamOf(context, 'record', session.session);
    if (random.chance(0.03)) continue;
    const { template, sections } = formFor(context.council.packId, session, roles.get(session.supervisee));
    const filled = sections.filter(() => random.chance(0.985));
    const offered = isoAt(day + 1, 9 * 60);
    const isShared = session.recordSharedAt !== null;
    addFact(rows, 'record', {
      record: `REC-${session.session.slice(4)}`,
      session: session.session,
      supervisee: session.supervisee,
      class: 'personal',
      template: random.chance(0.97) ? template : 'other',
      sections: listOf(filled),
      sectionsWithActions: listOf(filled),
      writtenBy: random.chance(0.98) ? session.supervisor : session.supervisee,
      isTyped: random.chance(0.99),
      hasNames: random.chance(0.01),
      draftOfferedAt: offered,
      response: isShared ? random.weighted({ agreed: 90, 'changes-proposed': 8, 'no-response': 2 }) : null,
      storedAt: session.recordFiledAt,
      supervisorCopyAt: session.recordFiledAt,
      superviseeCopyAt: session.recordSharedAt,
      isDelayExplained: true,
      nextOn: random.chance(0.95) ? isoDay(day + random.integer(21, 29)) : null,
      hasNextTime: true,
      hasNextPlace: random.chance(0.96),
    });
  }
}

const PARTS = ['update', 'issues', 'discussion', 'reflection', 'decisions', 'reasons', 'actions', 'plan-review'];

/** What last year's case entries hold, and the actions that came from some of them. */
export function addEntries(context: Context, rows: FactRows): void {
  change(rows, 'discussion', (discussion) => {
    if (!isOnOrAfter(discussion.discussedOn, keptFrom(context))) return {};
    return entryOf(discussion, streamOf(context, 'entry', `${discussion.child}/${discussion.discussedOn}`));
  });
  const seen = new Set<string>();
  for (const discussion of rows.discussion) {
    const random = streamOf(context, 'action', `${discussion.child}/${discussion.discussedOn}`);
    if (!isOnOrAfter(discussion.discussedOn, keptFrom(context)) || discussion.filedAt === null || !random.chance(0.3)) continue;
    const action = `ACT-${discussion.child.slice(1)}-${discussion.discussedOn.replaceAll('-', '')}`;
    if (seen.has(action)) continue;
    seen.add(action);
    addAction(context, rows, discussion, action);
  }
}

/** What somebody fills in of one entry on a child's file. */
export function entryOf(
  discussion: Pick<FactOf<'discussion'>, 'child' | 'discussedOn' | 'filedAt'>,
  random: RandomStream,
): Partial<FactOf<'discussion'>> {
  const isFiled = discussion.filedAt !== null;
  const parts = listOf(PARTS.filter(() => random.chance(0.98)));
  return {
    reference:
      isFiled && random.chance(0.98) ? `CS-${discussion.child.slice(1)}-${discussion.discussedOn.replaceAll('-', '')}` : null,
    parts: isFiled ? parts : null,
    approach: isFiled ? random.weighted({ safety: 80, stability: 10, wellbeing: 10 }) : null,
    isManagementAction: random.chance(0.95),
    concernsFamily: false,
    sentBackAt: isFiled ? discussion.filedAt : null,
  };
}

function addAction(context: Context, rows: FactRows, discussion: FactOf<'discussion'>, action: string): void {
  const random = streamOf(context, 'action-done', action);
  const agreedOn = toDay(discussion.discussedOn);
  const due = agreedOn + random.integer(10, 40);
  const closed = random.chance(0.8) ? agreedOn + random.integer(5, 27) : null;
  addFact(rows, 'action', {
    action,
    child: discussion.child,
    session: discussion.session,
    agreedOn: discussion.discussedOn,
    owner: random.chance(0.97) ? discussion.writtenBy : null,
    dueOn: random.chance(0.97) ? isoDay(due) : null,
    states: listOf(['what', 'who', 'why', 'when', 'where', 'how', 'impact'].filter(() => random.chance(0.99))),
    closedOn: closed !== null && closed < context.today ? isoDay(closed) : null,
  });
  const noted = agreedOn + random.integer(8, 30);
  if (noted < context.today && random.chance(0.85)) addFact(rows, 'action-progress', { action, notedOn: isoDay(noted) ?? '' });
}
