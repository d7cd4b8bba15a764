/**
 * The files of a new policy: the least that holds together. One clock for staff, monthly, with what resets it and one worked
 * example. Every choice in it says that it is only a beginning.
 */
export function starterFiles(id: string, council: string): Readonly<Record<string, string>> {
  const stem = id.slice(0, 12).toUpperCase();
  return {
    'pack.yaml': head(id, council),
    'rules/supervision.yaml': rules(stem),
    'interpretations.yaml': '[]\n',
    'silences.yaml': silences(),
    'scenarios/supervision.yaml': scenarios(stem),
  };
}

const CITES = "'our choice at the start of this draft'";

const CONVENTIONS = {
  monthArithmetic: 'clip-to-month-end',
  phaseBoundary: 'closed-at-end',
  tightening: 'last-plus-interval',
  loosening: 'recompute-from-last',
  firstDue: 'anchor-plus-interval',
  newlyQualifiedFrom: 'asye',
  absence: 'excused-while-away',
  childClock: 'counts-when-on-file',
  overlap: 'shortest-wins',
  retentionArithmetic: 'clip-and-next-day',
};

function head(id: string, council: string): string {
  const conventions = Object.entries(CONVENTIONS).map(([name, value]) => `  ${name}: { value: ${value}, cites: ${CITES} }`);
  return `# A beginning, to be changed to what the council's own policy says. The format is described in docs/policy-authors.
format: plumbline-policy/1
id: ${id}
council: ${council}
title: Supervision policy
version: 0.1.0
source:
  dated: null
  note: A draft that was begun without the council's own text.
state: draft
stateNote: Nobody has agreed to this yet.
validFrom: '2026-01-01'
validTo: null

# How counting is done. Each line cites the paragraph of the policy, or the decision, that says so.
conventions:
${conventions.join('\n')}

# What this council calls things; pages show these words.
words:
  session: supervision

# The clocks: what begins them, what resets them, whose task they are, and which records they cannot do without.
series:
  - id: own-supervision
    subject: person
    title: Own supervision
    anchor: employed
    countedBy: ${id.slice(0, 12).toUpperCase()}-2
    owes: supervisor
    needs: [person, session]
`;
}

function rules(stem: string): string {
  return `# One entry for each requirement: its clause, and what it says in our own words.
rules:
  - id: ${stem}-1
    kind: cadence
    clause: draft, first rule
    area: frequency-staff
    says: Everybody is supervised at least once a month.
    appliesTo: Everybody employed
    strength: must
    series: own-supervision
    when: employed
    every: { months: 1 }

  - id: ${stem}-2
    kind: counting
    clause: draft, second rule
    area: log-status
    says: A one-to-one counts once it has been held, also where it was interrupted.
    appliesTo: Everybody employed
    strength: must
    series: own-supervision
    counts: { kinds: [one-to-one], statuses: [held, interrupted] }
    evidence: none
`;
}

function silences(): string {
  return `- topic: Children's cases
  says: This draft does not say yet how often a child is discussed.
`;
}

function scenarios(stem: string): string {
  return `about: How often staff are supervised.
scenarios:
  - title: Once a month, counted from the last one
    # Employed from 12 January: the first is due on 12 February and is held that day. The next is due on 12 March.
    given:
      person: [{ person: A, employedFrom: 2026-01-12 }]
      held: { A: [2026-02-12] }
    ask:
      - { on: 2026-02-12, person: A, series: own-supervision, opened: 2026-01-12, shows: met, expect: { finding: met, dueOn: 2026-02-12, rule: ${stem}-1 } }
      - { on: 2026-03-12, person: A, series: own-supervision, shows: boundary, expect: { finding: due, dueOn: 2026-03-12, rule: ${stem}-1 } }
      - { on: 2026-03-13, person: A, series: own-supervision, shows: breached, expect: { finding: overdue, dueOn: 2026-03-12, daysLate: 1, rule: ${stem}-1 } }
`;
}
