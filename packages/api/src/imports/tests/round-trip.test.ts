import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planImport, sourceOfBytes, writeFacts, type ImportPlan } from '../index.ts';
import { encode, TEST_ENCODINGS } from './encode.ts';
import { factsOf } from './fact-arbitraries.ts';

const TODAY = '2026-11-21';

function planOf(kind: (typeof FACT_KIND_NAMES)[number], bytes: Uint8Array): Promise<ImportPlan> {
  return planImport(sourceOfBytes(bytes), kind, { today: TODAY });
}

const errorsOf = (plan: ImportPlan): unknown[] =>
  plan.problems.filter((item) => item.severity === 'error' && item.kind !== 'rows-missing');

test.each(FACT_KIND_NAMES)('%s: facts written as a file are read back as the same facts', async (kind) => {
  await fc.assert(
    fc.asyncProperty(factsOf(kind), async (facts) => {
      const plan = await planOf(kind, Buffer.from(writeFacts(kind, facts)));
      expect(errorsOf(plan)).toEqual([]);
      expect(plan.facts.map((fact) => fact.values)).toEqual(facts);
    }),
    { numRuns: 60 },
  );
});

test.each(FACT_KIND_NAMES)('%s: shuffled rows, with some twice, are the same set of facts', async (kind) => {
  const shuffled = factsOf(kind).chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray([...facts, ...facts.slice(0, 3)], { minLength: facts.length + Math.min(3, facts.length) }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([facts, rows]) => {
      const plan = await planOf(kind, Buffer.from(writeFacts(kind, rows)));
      expect(errorsOf(plan)).toEqual([]);
      expect(plan.counts.repeated).toBe(rows.length - facts.length);
      expect(new Set(plan.facts.map((fact) => JSON.stringify(fact.values)))).toEqual(
        new Set(facts.map((fact) => JSON.stringify(fact))),
      );
    }),
    { numRuns: 30 },
  );
});

test('the same file in another encoding is the same facts', async () => {
  const facts = [{ team: 'T1', name: 'Zoë’s “café” – £5', service: 'Ñ', site: null, kind: 'assessment' }];
  for (const encoding of TEST_ENCODINGS) {
    const plan = await planOf('team', encode(writeFacts('team', facts), encoding));
    expect(plan.facts.map((fact) => fact.values)).toEqual(facts);
  }
});

test('any bytes at all are answered, never with an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...FACT_KIND_NAMES), async (bytes, kind) => {
      const plan = await planOf(kind, bytes);
      expect(plan.problems.length).toBeGreaterThan(0);
      expect(plan.state).not.toBe('ready');
    }),
    { numRuns: 500 },
  );
});

test('any text below good headings is answered, and what is read is read as it stands', async () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
      const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
      const plan = await planOf('team', Buffer.from(`Team code,Team name,Service\n${quoted.join('\n')}\n`));
      for (const fact of plan.facts)
        expect(fact.values['team']).toBe(
          (rows[fact.row - 2]?.[0] ?? '')
            .normalize('NFC')
            .replace(/[\t\r\n\u00a0\u2007\u202f]+/g, ' ')
            .trim(),
        );
    }),
    { numRuns: 150 },
  );
});
