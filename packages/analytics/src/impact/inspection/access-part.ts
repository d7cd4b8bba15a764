import { count, part, type DraftPart, type PartSource } from './part.ts';

const GROUNDS: Readonly<Record<string, string>> = {
  own: 'Their own record',
  'own-case': 'A child of their own caseload',
  line: 'Who supervises or manages the person',
  team: 'Who manages the team or service',
  council: 'Whose role is for the whole council',
  sample: 'Who was named to audit what was drawn',
  inspection: 'Inspectors, beside a member of staff',
};

/** How often records were looked at, and on what ground, never by whom or of whom; and what there is to show that nothing was changed. */
export function accessPart({ reads, logged, scope }: PartSource): DraftPart {
  const title = 'Who looked at records, and proof that they stand';
  const isHome = scope.kind === 'home';
  const total = reads.reduce((sum, { times }) => sum + times, 0);
  const times = (many: number): string => (many === 1 ? 'look' : 'looks');
  const figures = [
    count(
      'access.reads',
      isHome ? 'Looks at a record of somebody on the staff of the home' : 'Looks at a person’s or a child’s record',
      total,
      times(total),
    ),
    ...reads.map(({ ground, times: many }) => count(`access.reads.${ground}`, GROUNDS[ground] ?? ground, many, times(many))),
    ...(isHome
      ? []
      : [count('access.logged', 'Lines in the log of what was done here', logged, logged === 1 ? 'line' : 'lines')]),
  ];
  const rows = reads.map(({ ground, times: many, readers }) => [GROUNDS[ground] ?? ground, String(many), String(readers)]);
  const note =
    'Every look at a record is kept with who looked and on what ground. Looks, the log, drafted packs and who checked and approved them can be added to and never changed or removed by the application. The figures of this pack were worked out from the facts themselves, as they were known at the moment that stands on its first page, and anybody who holds a code can have them worked out again. Whoever owns the database could change it beneath the application: no proof against that is kept outside it. When restoring from a copy was last rehearsed is not held by this product; ask for it by itself.';
  return part('access', title, { note, figures, table: { columns: ['On what ground', 'Looks', 'People who looked'], rows } });
}
