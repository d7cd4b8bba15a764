import { baseInWords, comparePolicies, markInWords, rowSentences, type CompareCell } from '@plumbline/analytics/prepare';
import { loadPack } from '@plumbline/policies';
import { describe, expect, it } from 'vitest';

const [WIRRAL, BCP, KENT, SHROPSHIRE] = ['wirral', 'bcp', 'kent', 'shropshire'].map((id) => loadPack(id)) as [
  ReturnType<typeof loadPack>,
  ReturnType<typeof loadPack>,
  ReturnType<typeof loadPack>,
  ReturnType<typeof loadPack>,
];

function row(topic: string, title: string, others = [BCP, KENT, SHROPSHIRE]): readonly CompareCell[] {
  const found = comparePolicies(WIRRAL, others)
    .find(({ id }) => id === topic)
    ?.rows.find((one) => one.title === title);
  expect(found, `${topic}: ${title}`).toBeDefined();
  return found?.cells ?? [];
}

/** The row of a topic with the national standard as what the four councils are told against. */
function against(topic: string, title: string): string[][] {
  const councils = [WIRRAL, BCP, KENT, SHROPSHIRE];
  const found = comparePolicies(loadPack('national'), councils).find(({ id }) => id === topic);
  const cells = found?.rows.find((one) => one.title === title)?.cells ?? [];
  const base = baseInWords({ kind: 'standard', council: 'National employer standard' });
  return cells.map((cell) => [cell.policy, cell.says, markInWords(cell, base)] as string[]);
}

const seen = (cells: readonly CompareCell[]) => cells.map((cell) => [cell.policy, cell.says, markInWords(cell)]);

describe('comparePolicies', () => {
  it('lays a situation out in each policy’s own unit, and judges each against ours', () => {
    expect(seen(row('case-supervision', 'Child protection plan'))).toEqual([
      ['wirral', 'every two months', ''],
      ['bcp', 'every two months', 'equal'],
      ['kent', 'every 90 days', 'looser'],
      ['shropshire', 'every 56 days', 'stricter'],
    ]);
  });

  it('goes through stages, and calls nothing shorter that is not always so', () => {
    expect(seen(row('own-supervision', 'Newly qualified, after seven months'))).toEqual([
      ['wirral', 'every month', ''],
      ['bcp', 'every 14 days', 'stricter'],
      ['kent', 'every 28 days', 'about the same'],
      ['shropshire', 'every four working weeks', 'about the same'],
    ]);
  });

  it('asks every policy about a situation that only one of them names', () => {
    expect(seen(row('own-supervision', 'Family support worker'))[2]).toEqual(['kent', 'every 28 days', 'ours doesn’t say']);
    expect(seen(row('own-supervision', 'Family support worker'))[0]).toEqual(['wirral', null, '']);
  });

  it('lays limits and numbers side by side whatever the rules are called', () => {
    const cells = row('time-limits', 'Sharing the record, from the day of the supervision');
    expect(seen(cells)[2]).toEqual(['kent', null, 'doesn’t say']);
    expect(cells[0]).toMatchObject({ says: 'within ten working days (should)', clause: 'section 5', rule: 'WIR-5.7' });
    expect(seen(row('lengths', 'Minutes late in starting', [KENT]))).toEqual([
      ['wirral', null, ''],
      ['kent', 'none (should)', 'ours doesn’t say'],
    ]);
  });

  it('lays numbers of people and the keeping of files side by side', () => {
    expect(seen(row('people', 'People supervised by one person'))[1]).toEqual([
      'bcp',
      'at least 5 and at most 7 (must)',
      'ours doesn’t say',
    ]);
    // Both six years, from two different days: nobody can say which is longer.
    expect(seen(row('keeping', 'Keeping a file after somebody has left', [BCP, KENT]))).toEqual([
      ['wirral', 'for six years after the last day of employment here (must)', ''],
      ['bcp', 'for six years after the last day with the whole council (must)', 'differs'],
      ['kent', null, 'doesn’t say'],
    ]);
  });

  it('finds a policy equal to itself everywhere, and no other way of counting', () => {
    const topics = comparePolicies(WIRRAL, [{ ...WIRRAL, id: 'twin' }]);
    expect(topics.some(({ id }) => id === 'counting')).toBe(false);
    const unequal = topics
      .flatMap(({ rows }) => rows)
      .filter(({ cells }) => cells[1]?.mark !== 'equal')
      .map(({ title, cells }) => [title, cells[1]?.says]);
    expect(unequal).toEqual([]);
  });

  it('tells each council against the national standard, in its own units', () => {
    // By hand from the four texts: weeks of seven days; Kent's 60 minutes are less than 90; Shropshire's 90 may be interrupted and are recommended;
    // four weeks and a month are each now the shorter and now the longer.
    expect(against('own-supervision', 'Newly qualified, from the first day')).toEqual([
      ['national', 'every week', ''],
      ['wirral', 'every seven days', 'equal'],
      ['bcp', 'every seven days', 'equal'],
      ['kent', 'every 28 days', 'looser'],
      ['shropshire', 'every seven days', 'equal'],
    ]);
    expect(against('own-supervision', 'Newly qualified, after seven months').map(([, , mark]) => mark)).toEqual([
      '',
      'equal',
      'stricter',
      'about the same',
      'about the same',
    ]);
    expect(against('lengths', 'Length of a supervision')).toEqual([
      ['national', 'at least 90 minutes without interruption (should)', ''],
      ['wirral', 'at least 90 minutes without interruption (should)', 'equal'],
      ['bcp', null, 'doesn’t say'],
      ['kent', 'at least 60 and at most 90 minutes (should)', 'looser'],
      ['shropshire', 'at least 90 minutes (recommended)', 'looser'],
    ]);
  });

  it('says that the standard doesn’t say where only a council speaks', () => {
    const cells = against('case-supervision', 'Child protection plan');
    expect(cells.map(([, , mark]) => mark)).toEqual(['', ...Array<string>(4).fill('the standard doesn’t say')]);
  });

  it('has a sentence for each cell', () => {
    const topic = comparePolicies(WIRRAL, [KENT]).find(({ id }) => id === 'case-supervision');
    const line = topic?.rows.find(({ title }) => title === 'Child in need');
    expect(line === undefined ? [] : rowSentences(line, (id) => id)).toEqual([
      'wirral, every two months (section 11, table)',
      'kent, every 90 days (section 2): looser',
    ]);
  });
});
