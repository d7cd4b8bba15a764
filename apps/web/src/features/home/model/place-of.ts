import type { Me, NeedRow } from '@plumbline/analytics/compliance';
import type { NeedAction } from '@plumbline/analytics/wording';
import type { LinkProps } from '@tanstack/react-router';

export type Place = Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>;

/** Whose children are spread over teams that are not their own. */
const WHOLE_SERVICE = ['service-manager', 'principal-social-worker', 'director'];

type Asker = Pick<Me, 'roles' | 'permissions'>;

const idOf = (need: NeedRow): string => need.subject?.id ?? need.duty?.subject.id ?? '';

/** The page of the one that it is about, or the list where there are several. */
const oneOr =
  (list: Place, one: (id: string) => Place) =>
  ({ targetId = null }: NeedRow): Place =>
    targetId === null ? list : one(targetId);

const PLACES: Readonly<Record<NeedAction, (need: NeedRow, me: Asker) => Place>> = {
  'log-supervision': (need) => ({ to: '/supervisions/new', search: { person: idOf(need) } }),
  'see-supervision': (need) =>
    need.sessionId === null
      ? { to: '/people/$subjectId', params: { subjectId: idOf(need) } }
      : { to: '/supervisions/$sessionId', params: { sessionId: need.sessionId } },
  'see-person': (need) => ({ to: '/people/$subjectId', params: { subjectId: idOf(need) } }),
  'confirm-things': (need) => ({ to: '/people/$subjectId/confirm', params: { subjectId: idOf(need) } }),
  'see-child': (need) => ({ to: '/children/$subjectId', params: { subjectId: idOf(need) } }),
  'see-team': (need, me) => (need.folded === undefined ? teamOrService(me) : folded(need, me)),
  'see-without-supervisor': (need, me) =>
    oneOr(teamOrService(me), (subjectId) => ({ to: '/people/$subjectId', params: { subjectId } }))(need),
  'confirm-team': () => ({ to: '/team' }),
  'see-my-supervision': () => ({ to: '/my-supervision' }),
  'see-imports': () => ({ to: '/imports' }),
  'see-record-starts': () => ({ to: '/record-starts' }),
  'see-report-files': () => ({ to: '/report-files' }),
  'see-policy': () => ({ to: '/policy' }),
  'see-policy-versions': () => ({ to: '/policy/versions' }),
  'see-surveys': () => ({ to: '/surveys' }),
  'see-survey-concerns': ({ roundId = '' }) => ({ to: '/surveys/rounds/$roundId/concerns', params: { roundId } }),
  'see-survey-comments': ({ roundId = '' }) => ({ to: '/surveys/rounds/$roundId/comments', params: { roundId } }),
  'see-round': oneOr({ to: '/surveys' }, (roundId) => ({ to: '/surveys/rounds/$roundId', params: { roundId } })),
  'see-results': oneOr({ to: '/surveys' }, (roundId) => ({ to: '/surveys/rounds/$roundId/results', params: { roundId } })),
  'see-coding': oneOr({ to: '/surveys/focus-groups' }, (groupId) => ({
    to: '/surveys/focus-groups/$groupId/coding',
    params: { groupId },
  })),
  'see-my-audits': () => ({ to: '/audits/mine' }),
  'see-learning': () => ({ to: '/audits/mine' }),
  'see-audit': oneOr({ to: '/audits' }, (auditId) => ({ to: '/audits/$auditId', params: { auditId } })),
  'see-late-alerts': oneOr({ to: '/audits' }, (itemId) => ({ to: '/audits/files/$itemId', params: { itemId } })),
  'see-actions-to-close': () => ({ to: '/audits/actions', search: { show: 'waiting' } }),
  'see-actions-late': () => ({ to: '/audits/actions', search: { show: 'overdue' } }),
  'see-pack': oneOr({ to: '/inspection' }, (packId) => ({ to: '/inspection/$packId', params: { packId } })),
  'see-context': () => ({ to: '/events' }),
  'see-sign-off': () => ({ to: '/audits/sign-off' }),
  'see-impact': () => ({ to: '/impact' }),
};

/** The page on which something is done. */
export function placeOf(action: NeedAction, need: NeedRow, me: Asker): Place {
  return PLACES[action](need, me);
}

function teamOrService({ roles }: Pick<Me, 'roles'>): Place {
  return roles.some((role) => WHOLE_SERVICE.includes(role)) ? { to: '/service', hash: 'teams-title' } : { to: '/team' };
}

/** Many of a kind: the lanes with only what is overdue or due this week; a worker's own children stand under their own supervision. */
function folded({ kind }: NeedRow, { permissions }: Pick<Me, 'permissions'>): Place {
  if (!permissions.includes('teams:read')) return { to: '/my-supervision' };
  if (kind === 'overdue') return { to: '/team', search: { show: 'overdue' } };
  return kind === 'due-soon' ? { to: '/team', search: { show: 'week' } } : { to: '/team' };
}
