import { formatDay } from '@plumbline/domain/calendar';
import { versionOn } from '@plumbline/domain/rules';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { mayStand } from './pack-scope.ts';
import { count, part, share, type DraftPart, type PartSource } from './part.ts';

/** The policy in force: its version, who published it, what it leaves unsaid and where it was read one way of two. */
export function policyPart({ timeline, day, published, readers, staff, scope }: PartSource): DraftPart {
  const { policy, from } = versionOn(timeline, day);
  const { title, version, source, interpretations, silences, state, stateNote, validFrom, validTo } = policy.pack;
  const begins = from > -100_000 ? formatDay(from) : validFrom;
  const approved = interpretations.filter(({ approvedBy }) => approvedBy !== null).length;
  const rows = [
    ['Policy', title],
    ['Version', version],
    ['In force from', dateInWords(begins)],
    ['In force until', validTo === null ? 'No last day is set' : dateInWords(validTo)],
    ['Dated', source.dated ?? 'The text has no date'],
    ['Standing', stateNote ?? state.replaceAll('-', ' ')],
    [
      'Published here',
      published === null ? 'Not known' : `${dateInWords(published.on)}${published.by === null ? '' : ` by ${published.by}`}`,
    ],
    ['Next review', 'The policy sets no day for it, and none is held by this product'],
    ...interpretations.map(({ question, reading, approvedBy }) => [
      'Clause that is unclear or clashes',
      `${question} Read as: ${reading} ${approvedBy === null ? 'Nobody has approved this reading yet.' : `Approved by ${approvedBy}.`}`,
    ]),
    ...silences.map(({ topic, says }) => ["The policy doesn't say", `${topic}: ${says}`]),
  ];
  const figures = [
    share('policy.readings-approved', 'Readings of unclear clauses that somebody has approved', {
      numerator: approved,
      denominator: interpretations.length,
    }),
    count(
      'policy.silences',
      "Matters on which the policy doesn't say anything",
      silences.length,
      silences.length === 1 ? 'matter' : 'matters',
    ),
    ...(mayStand(scope, staff)
      ? [
          share('policy.read', 'Staff who have said that they read the version in force', {
            numerator: staff.filter((person) => readers.has(person)).length,
            denominator: staff.length,
          }),
        ]
      : []),
  ];
  return part('policy', 'Policy in force', { figures, table: { columns: ['What', 'In words'], rows } });
}
