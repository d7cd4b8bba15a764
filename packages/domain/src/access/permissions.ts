/** Everything that can be asked for, as `resource:verb`. A procedure or route names exactly one of these. */
export const PERMISSIONS = {
  'me:read': 'See who is signed in and what needs them.',
  'own-supervision:read': 'See their own supervision and what is due for it.',
  'teams:read': 'See teams and what is due in them.',
  'service:read': 'See figures by team and the rows behind them.',
  'subjects:read': "See a person's or a child's supervision history and why something is due.",
  'policy:read': "Read the council's policy.",
  'policy:mark-read': 'Say that they have read the policy.',
  'policy:readers': 'See who has not yet read the policy.',
  'policy:draft': 'Work on a new version of the policy.',
  'policy:publish': 'Publish a version of the policy that somebody else has worked on.',
  'policy:attach': "Put the council's own document beside its policy.",
  'search:find': 'Look for a person by name or a child by reference number.',
  'facts:read': 'See what is recorded about a person or a child.',
  'facts:record': 'Record something by hand.',
  'facts:correct': 'Correct something that was recorded.',
  'facts:withdraw': 'Withdraw something that was recorded in error.',
  'supervisions:read': 'See one line of the supervision log.',
  'supervisions:log': 'Plan, hold, postpone or cancel a supervision.',
  'supervisions:file': "Say that a case supervision record is on the child's file.",
  'confirmations:answer': 'Answer what nothing else shows about a person: yes, no, or does not apply.',
  'imports:read': 'See files that were brought in.',
  'imports:prepare': 'Bring in a file and map its columns and codes.',
  'imports:apply': 'Apply a file to the record.',
  'feeds:read': 'See from when each kind of fact is recorded here.',
  'feeds:set': 'Set from when each kind of fact is recorded here.',
  'codes:read': 'See how the codes of other systems are mapped.',
  'codes:set': 'Map the codes of other systems.',
  'sign-ins:read': 'See how often signing in was refused.',
  'reports:write': 'See when files for reports were written, and write them now.',
  'surveys:answer': 'Answer a survey to which they are invited.',
  'surveys:read': 'See published results of surveys and what came of them.',
  'surveys:design': 'Make and change a survey.',
  'surveys:run': 'Open, remind, close and publish a round of a survey.',
  'surveys:paper': 'Hand out and enter paper answers, where a round names them for it.',
  'surveys:screen': 'Read comments before anybody else does, take out names and release them.',
  'surveys:decide': 'Say what was decided after a survey, and whether it was done.',
  'focus-groups:read': 'See what focus groups said, once it is agreed.',
  'focus-groups:run': 'Invite a focus group, take its notes and have them checked by those who were there.',
  'focus-groups:code': 'Sort what was said into themes.',
  'impact:read': 'See what the record, audits, surveys and focus groups say side by side.',
  'impact:pack': 'Draft and read the file of figures for inspectors: of the council, or of the home that they manage.',
  'impact:pack-approve': 'Check and approve the file of figures for inspectors.',
  'impact:sample': 'Open the records of people and children whom inspectors name, beside a member of staff.',
  'audits:mine':
    'Do the audits they were given, see what audits found about their own work, and show that their actions are done.',
  'audits:read': 'See how audits went, and what they found about the people for whom they answer.',
  'audits:plan': 'Make the questions of audits, plan and draw them, and name auditors.',
  'audits:moderate': 'Give the second grade of an audit without knowing the first.',
  'audits:sign-off': 'Sign off the supervision figures of a period for their service.',
  'events:record': 'Write down events and monthly figures that stand beside the policy.',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

/** The roles that a membership may carry. */
export const ROLES = {
  'social-worker': 'Social worker',
  'residential-carer': 'Residential carer',
  'team-manager': 'Team manager',
  'registered-manager': 'Registered manager',
  'service-manager': 'Service manager',
  'principal-social-worker': 'Principal social worker',
  director: "Director of children's services",
  administrator: 'Administrator',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/**
 * How far a permission reaches: the actor and the children on their own caseload; whoever they supervise or manage today
 * as well; or the whole council.
 */
export type Reach = 'own' | 'related' | 'council';

type Grants = Readonly<Partial<Record<Permission, Reach>>>;

const EVERYBODY: Grants = {
  'me:read': 'council',
  'own-supervision:read': 'own',
  'policy:read': 'council',
  'policy:mark-read': 'council',
  'surveys:answer': 'own',
  'surveys:read': 'council',
  'focus-groups:read': 'council',
  'audits:mine': 'own',
  'subjects:read': 'own',
  'supervisions:read': 'own',
  'facts:read': 'own',
  'search:find': 'own',
};

/** What supervising or managing somebody today gives, whatever the role is called. */
const WHOEVER_SUPERVISES: Grants = {
  ...EVERYBODY,
  'teams:read': 'related',
  'policy:readers': 'related',
  'subjects:read': 'related',
  'supervisions:read': 'related',
  'supervisions:log': 'related',
  'supervisions:file': 'related',
  'search:find': 'related',
  'facts:read': 'related',
  'facts:record': 'related',
  'facts:correct': 'related',
  'facts:withdraw': 'related',
  'confirmations:answer': 'related',
};

const SERVICE_MANAGER: Grants = {
  ...WHOEVER_SUPERVISES,
  'service:read': 'related',
  'feeds:read': 'council',
  'policy:publish': 'council',
  'surveys:screen': 'council',
  'surveys:decide': 'council',
  'focus-groups:run': 'council',
  'focus-groups:code': 'council',
  'impact:read': 'council',
  'impact:pack': 'council',
  'impact:pack-approve': 'council',
  'impact:sample': 'related',
  'audits:read': 'related',
  'audits:plan': 'council',
  'audits:moderate': 'council',
  'audits:sign-off': 'related',
  'events:record': 'council',
};

/**
 * The director sees how the whole council stands and puts their name to it: figures with the rows behind them (the longest gaps are named to
 * them), what sources say, what audits found in sum, packs for inspectors, versions of the policy. Whose record it is stays with those
 * who answer for them; only whom they supervise themselves they see as every supervisor does.
 */
const DIRECTOR: Grants = {
  ...EVERYBODY,
  'service:read': 'council',
  'policy:publish': 'council',
  'impact:read': 'council',
  'impact:pack': 'council',
  'impact:pack-approve': 'council',
  'audits:read': 'council',
};

/** Managers of a team or a home. */
const TEAM_MANAGER: Grants = {
  ...WHOEVER_SUPERVISES,
  'service:read': 'related',
  'audits:read': 'related',
  'audits:moderate': 'council',
};

const GRANTS: Readonly<Record<Role | 'supervisor', Grants>> = {
  'social-worker': { ...EVERYBODY, 'supervisions:file': 'own' },
  'residential-carer': EVERYBODY,
  supervisor: WHOEVER_SUPERVISES,
  'team-manager': TEAM_MANAGER,
  'registered-manager': { ...TEAM_MANAGER, 'impact:pack': 'related' },
  'service-manager': SERVICE_MANAGER,
  'principal-social-worker': {
    ...WHOEVER_SUPERVISES,
    'teams:read': 'council',
    'policy:readers': 'council',
    'policy:draft': 'council',
    'policy:publish': 'council',
    'policy:attach': 'council',
    'surveys:design': 'council',
    'surveys:run': 'council',
    'surveys:paper': 'council',
    'surveys:screen': 'council',
    'surveys:decide': 'council',
    'focus-groups:run': 'council',
    'focus-groups:code': 'council',
    'impact:read': 'council',
    'impact:pack': 'council',
    'impact:pack-approve': 'council',
    'impact:sample': 'council',
    'audits:read': 'council',
    'audits:plan': 'council',
    'audits:moderate': 'council',
    'events:record': 'council',
    'service:read': 'council',
    'subjects:read': 'council',
    'supervisions:read': 'council',
    'search:find': 'council',
    'facts:read': 'council',
    'confirmations:answer': 'council',
    'feeds:read': 'council',
  },
  director: DIRECTOR,
  administrator: {
    'me:read': 'council',
    'own-supervision:read': 'own',
    'policy:read': 'council',
    'policy:mark-read': 'council',
    'search:find': 'council',
    'facts:read': 'council',
    'facts:record': 'council',
    'facts:correct': 'council',
    'facts:withdraw': 'council',
    'events:record': 'council',
    'confirmations:answer': 'council',
    'imports:read': 'council',
    'imports:prepare': 'council',
    'imports:apply': 'council',
    'feeds:read': 'council',
    'feeds:set': 'council',
    'codes:read': 'council',
    'codes:set': 'council',
    'sign-ins:read': 'council',
    'reports:write': 'council',
    'surveys:answer': 'own',
    'surveys:read': 'council',
    'surveys:paper': 'council',
    'focus-groups:read': 'council',
    'audits:mine': 'own',
  },
};

const WIDTH: Readonly<Record<Reach, number>> = { own: 1, related: 2, council: 3 };

/** How far a permission reaches for somebody with these roles; null where they do not have it. */
export function reachOf(permission: Permission, roles: readonly Role[], isSupervisor: boolean): Reach | null {
  let widest: Reach | null = null;
  for (const role of isSupervisor ? [...roles, 'supervisor' as const] : roles) {
    const reach = GRANTS[role][permission];
    if (reach !== undefined && (widest === null || WIDTH[reach] > WIDTH[widest])) widest = reach;
  }
  return widest;
}

/** Every permission that somebody with these roles has, in the order of {@link PERMISSIONS}. */
export function permissionsOf(roles: readonly Role[], isSupervisor: boolean): Permission[] {
  return PERMISSION_NAMES.filter((permission) => reachOf(permission, roles, isSupervisor) !== null);
}

/** Whether a text names a role that is known here. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}
