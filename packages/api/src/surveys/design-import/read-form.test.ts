import { Instrument, type DesignImportNote } from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { readForm, type ReadForm } from './read-form.ts';

type Read = Extract<ReadForm, { ok: true }>;

function read(text: string): Read {
  const form = readForm(text, 'own-test');
  if (!form.ok) throw new Error(form.refusal);
  expect(Instrument.safeParse(form.instrument).success).toBe(true);
  return form;
}

const notesOf = (form: Read, question: string): DesignImportNote['kind'][] =>
  form.notes.filter((note) => note.question === question).map(({ kind }) => kind);

const row = (fields: Record<string, string | number>): string =>
  `<row>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</row>`;
const table = (name: string, ...rows: string[]): string => `<${name}><rows>${rows.join('')}</rows></${name}>`;

/** A structure as LimeSurvey 5 and later writes them: words apart from questions. */
function lime(questions: string[], ...tables: string[]): string {
  const titles = table(
    'surveys_languagesettings',
    row({ surveyls_title: 'Team &amp; talk', surveyls_welcometext: '<p>Welcome.</p>' }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${table('questions', ...questions)}${tables.join('')}${titles}</document>`;
}

const question = (qid: number, type: string, title: string, more: object = {}): string =>
  row({ qid, parent_qid: 0, gid: 1, type, title, question_order: qid, mandatory: 'N', relevance: 1, ...more });
const words = (qid: number, text: string): string => row({ qid, language: 'en', question: text, help: '' });

describe('LimeSurvey', () => {
  it('brings over choices, several choices, numbers and words, in order, with their options in order', () => {
    const form = read(
      lime(
        [question(2, 'N', 'Q2'), question(1, 'L', 'Q1', { mandatory: 'Y' }), question(3, 'M', 'Q3'), question(4, 'T', 'Q4')],
        table(
          'question_l10ns',
          words(1, 'How <b>often</b>?'),
          words(2, 'How many?'),
          words(3, 'Which?'),
          words(4, 'Why?'),
          words(31, 'Tea'),
          words(32, 'Milk'),
        ),
        table(
          'subquestions',
          row({ qid: 31, parent_qid: 3, title: 'SQ1', question_order: 2, scale_id: 0 }),
          row({ qid: 32, parent_qid: 3, title: 'SQ2', question_order: 1, scale_id: 0 }),
        ),
        table(
          'answers',
          row({ aid: 1, qid: 1, code: 'A2', sortorder: 2, scale_id: 0 }),
          row({ aid: 2, qid: 1, code: 'A1', sortorder: 1, scale_id: 0 }),
        ),
        table(
          'answer_l10ns',
          row({ aid: 1, language: 'en', answer: 'Often' }),
          row({ aid: 2, language: 'en', answer: 'Seldom' }),
        ),
        table(
          'question_attributes',
          row({ qid: 2, attribute: 'max_num_value_n', value: 20 }),
          row({ qid: 2, attribute: 'min_num_value_n', value: 1 }),
        ),
      ),
    );
    expect(form.origin).toBe('limesurvey');
    expect([form.instrument.title, form.instrument.introduction]).toEqual(['Team & talk', 'Welcome.']);
    expect(form.instrument.items.map(({ id, kind, text }) => [id, kind, text])).toEqual([
      ['q1', 'single', 'How often ?'],
      ['q2', 'number', 'How many?'],
      ['q3', 'multiple', 'Which?'],
      ['q4', 'text', 'Why?'],
    ]);
    const [single, number, multiple] = form.instrument.items;
    expect(single?.kind === 'single' && single.options.map(({ text }) => text)).toEqual(['Seldom', 'Often']);
    expect(number).toMatchObject({ least: 1, most: 20 });
    expect(multiple?.kind === 'multiple' && multiple.options.map(({ text }) => text)).toEqual(['Milk', 'Tea']);
    expect(form.notes).toEqual([{ question: 'Q1', text: 'How often ?', kind: 'forced', detail: '' }]);
  });

  it('reads older structures, where the words stand in the question', () => {
    const form = read(lime([question(1, 'Y', 'Q1', { question: 'Is it so?', language: 'en' })]));
    expect(form.instrument.items[0]).toMatchObject({
      text: 'Is it so?',
      kind: 'single',
      options: [
        { id: 'n', score: 1 },
        { id: 'y', score: 5 },
      ],
    });
  });

  it('takes a table apart into one question for each row, and says so', () => {
    const form = read(
      lime(
        [question(1, 'A', 'G', { question: 'My team' })],
        table(
          'subquestions',
          row({ qid: 2, parent_qid: 1, title: 'a', question: 'helps me', question_order: 1 }),
          row({ qid: 3, parent_qid: 1, title: 'b', question: 'hears me', question_order: 2 }),
        ),
      ),
    );
    expect(form.instrument.items.map(({ id, text }) => [id, text])).toEqual([
      ['g-a', 'My team helps me'],
      ['g-b', 'My team hears me'],
    ]);
    expect(notesOf(form, 'G')).toEqual(['rows']);
  });

  it('keeps conditions of the one kind that there is here, and tells every other', () => {
    const condition = (qid: number, relevance: string) => question(qid, 'Y', `Q${qid}`, { question: 'So?', relevance });
    const form = read(
      lime([
        question(1, 'Y', 'Q1', { question: 'So?' }),
        condition(2, '((Q1.NAOK == "Y"))'),
        condition(3, 'Q1.NAOK == "Y" or Q1.NAOK == "N"'),
        condition(4, 'Q1.NAOK > 3'),
        condition(5, 'Q1.NAOK == "Z"'),
      ]),
    );
    expect(form.instrument.items.map(({ shownWhen }) => shownWhen)).toEqual([
      null,
      { item: 'q1', answers: ['y'] },
      { item: 'q1', answers: ['y', 'n'] },
      null,
      null,
    ]);
    expect(form.notes.map(({ question: of, kind, detail }) => [of, kind, detail])).toEqual([
      ['Q4', 'condition', 'Q1.NAOK > 3'],
      ['Q5', 'condition', 'Q1.NAOK == "Z"'],
    ]);
  });

  it('tells every question that has no like here, and every one that asks who somebody is', () => {
    const kinds = ['G', 'D', '|', 'X', '*', 'K', 'Q', ';', ':', '1', 'z'];
    const form = read(lime(kinds.map((type, at) => question(at + 1, type, `Q${at + 1}`, { question: 'What?' }))));
    expect(form.instrument.items).toEqual([]);
    expect(form.notes.map(({ kind }) => kind)).toEqual([
      'asks-who',
      'asks-who',
      'asks-who',
      ...Array.from({ length: 8 }, () => 'not-mapped'),
    ]);
  });

  it('brings "other" over as a choice, and tells conditions of groups and limits on answers', () => {
    const form = read(
      lime(
        [
          question(1, 'M', 'Q1', { question: 'Which?', other: 'Y' }),
          question(2, 'N', 'Q2', { question: 'How many?', preg: '/^[0-9]$/' }),
        ],
        table('groups', row({ gid: 1, group_order: 1, grelevance: 'Q0.NAOK > 1' })),
        table('subquestions', row({ qid: 3, parent_qid: 1, title: 'a', question: 'Tea', question_order: 1 })),
        table('question_attributes', row({ qid: 1, attribute: 'max_answers', value: 2 })),
      ),
    );
    const [first] = form.instrument.items;
    expect(first?.kind === 'multiple' && first.options.map(({ text }) => text)).toEqual(['Tea', 'Something else']);
    expect(notesOf(form, 'Q1')).toEqual(expect.arrayContaining(['comment', 'condition', 'limit']));
    expect(form.notes.filter(({ kind }) => kind === 'limit').map(({ detail }) => detail)).toEqual([
      'max_answers: 2',
      'pattern: /^[0-9]$/',
    ]);
  });

  it('leaves out what would name whoever answers', () => {
    const form = read(lime([question(1, 'T', 'Q1', { question: 'Dear {TOKEN:FIRSTNAME}, why?' })]));
    expect(form.instrument.items[0]?.text).toBe('Dear …, why?');
    expect(notesOf(form, 'Q1')).toEqual(['placeholder']);
  });
});

describe('SurveyJS', () => {
  const js = (...elements: object[]): string =>
    JSON.stringify({ title: { default: 'Pulse', de: 'Puls' }, pages: [{ elements }] });

  it('brings over its usual questions, those in panels too', () => {
    const form = read(
      js(
        { type: 'radiogroup', name: 'a', title: 'One?', choices: ['x', { value: 'y', text: 'Why' }], isRequired: true },
        {
          type: 'panel',
          name: 'p',
          elements: [{ type: 'checkbox', name: 'b', title: 'Many?', choices: [1, 2], hasNone: true, hasOther: true }],
        },
        { type: 'rating', name: 'c', title: 'How good?', minRateDescription: 'poor', maxRateDescription: 'good' },
        { type: 'boolean', name: 'd', title: 'So?' },
        { type: 'text', name: 'e', inputType: 'number', min: 0, max: 9 },
        { type: 'comment', name: 'f', title: 'Why?', maxLength: 400 },
        { type: 'ranking', name: 'g', title: 'Order?', choices: ['k', 'l', 'm', 'n'] },
        { type: 'matrix', name: 'h', title: 'Now:', columns: ['Bad', 'Good'], rows: ['r1', 'r2'] },
      ),
    );
    expect(form.instrument.title).toBe('Pulse');
    expect(form.instrument.items.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'a single',
      'b multiple',
      'c single',
      'd single',
      'e number',
      'f text',
      'g ranking',
      'h-r1 single',
      'h-r2 single',
    ]);
    const [, many, rating, , number, text, ranking] = form.instrument.items;
    expect(many?.kind === 'multiple' && many.options.map(({ id, isAlone }) => [id, isAlone])).toEqual([
      ['1', false],
      ['2', false],
      ['other', false],
      ['none', true],
    ]);
    expect(rating?.kind === 'single' && rating.options.map((one) => [one.text, one.score])).toEqual([
      ['1: poor', 1],
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5: good', 5],
    ]);
    expect([number, text, ranking]).toMatchObject([{ least: 0, most: 9 }, { longest: 400 }, { most: 3 }]);
    expect(form.notes.map(({ question: of, kind }) => `${of} ${kind}`)).toEqual(['a forced', 'b comment', 'g bounds', 'h rows']);
  });

  it('keeps simple conditions and tells the others', () => {
    const form = read(
      js(
        { type: 'boolean', name: 'a' },
        { type: 'comment', name: 'b', visibleIf: '{a} = true' },
        { type: 'comment', name: 'c', visibleIf: "{a} anyof ['true', 'false']" },
        { type: 'comment', name: 'd', visibleIf: '{a} = true and {b} notempty' },
      ),
    );
    expect(form.instrument.items.map(({ shownWhen }) => shownWhen?.answers ?? null)).toEqual([
      null,
      ['true'],
      ['true', 'false'],
      null,
    ]);
    expect(notesOf(form, 'd')).toEqual(['condition']);
  });

  it('keeps the condition of a panel with its questions, and tells limits on answers', () => {
    const inPanel = { type: 'panel', name: 'p', visibleIf: '{a} = true', elements: [{ type: 'comment', name: 'b' }] };
    const both = { ...inPanel, name: 'q', elements: [{ type: 'comment', name: 'c', visibleIf: '{b} notempty' }] };
    const limited = { type: 'checkbox', name: 'd', choices: [1, 2, 3], maxSelectedChoices: 2, validators: [] };
    const form = read(js({ type: 'boolean', name: 'a' }, inPanel, both, limited));
    expect(form.instrument.items.map(({ shownWhen }) => shownWhen?.answers ?? null)).toEqual([null, ['true'], null, null]);
    expect(form.notes.map(({ question: of, kind, detail }) => [of, kind, detail])).toEqual([
      ['c', 'condition', '{a} = true and {b} notempty'],
      ['d', 'limit', 'maxSelectedChoices'],
    ]);
  });

  it('tells what has no like here, and what asks who somebody is', () => {
    const form = read(
      js(
        { type: 'file', name: 'a' },
        { type: 'text', name: 'b', inputType: 'email' },
        { type: 'html', name: 'c', html: '<script>alert(1)</script>' },
        { type: 'radiogroup', name: 'd', choices: ['only one'] },
      ),
    );
    expect(form.notes.map(({ kind }) => kind)).toEqual(['asks-who', 'asks-who', 'not-mapped', 'not-mapped']);
  });

  it('tells what there is no room for', () => {
    const form = read(js(...Array.from({ length: 125 }, (_, at) => ({ type: 'boolean', name: `q${at}` }))));
    expect(form.instrument.items).toHaveLength(120);
    expect(form.notes.filter(({ kind }) => kind === 'no-room')).toHaveLength(5);
  });
});

describe('files made to do harm', () => {
  it('are refused: entities, nesting without end, too large, none of the two', () => {
    const refusal = (text: string) => {
      const form = readForm(text, 'own-test');
      return form.ok ? 'ok' : form.refusal;
    };
    expect(refusal('<!DOCTYPE x [<!ENTITY a "aaaa">]><document>&a;</document>')).toBe('not-safe');
    expect(refusal('<document>'.repeat(50_000))).toBe('too-deep');
    expect(refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe('not-a-form');
    expect(refusal(`{"pages":${'[{"elements":'.repeat(500)}1${'}]'.repeat(500)}}`)).toBe('too-deep');
    expect(refusal('x'.repeat(900_001))).toBe('too-large');
    for (const text of [
      '',
      'hello',
      '{}',
      '<html><body>no</body></html>',
      '{"pages":"x"}',
      '<document><questions>1</questions></document>',
    ])
      expect(refusal(text), text).toBe('not-a-form');
  });

  it('take no longer for opening without end', () => {
    for (const opening of ['<', '<a', '<![CDATA[', '<!--', '<script>', '<?', '{', '&#', "{a} = '", '['])
      expect(readForm(`<document>${opening.repeat(Math.floor(800_000 / opening.length))}`, 'own-test').ok, opening).toBe(false);
    const inWords = (text: string) =>
      JSON.stringify({ elements: [{ type: 'boolean', name: 'a', title: text, visibleIf: text }] });
    for (const opening of ['<', '<script>', '{', '&lt;', '( '])
      expect(readForm(inWords(opening.repeat(Math.floor(300_000 / opening.length))), 'own-test').ok, opening).toBe(true);
  });

  it('bring no mark-up, no code and no odd names', () => {
    const form = read(
      JSON.stringify({
        elements: [
          { type: 'boolean', name: '__proto__', title: '&lt;img src=x onerror=alert(1)&gt;Hello&#0; <b>there</b>' },
          { type: 'radiogroup', name: 'b', title: 'x'.repeat(5000), choices: ['constructor', 'toString'] },
        ],
      }),
    );
    expect(form.instrument.items.map(({ id, text }) => [id, text.length])).toEqual([
      ['proto', 'Hello there'.length],
      ['b', 300],
    ]);
    expect(notesOf(form, 'b')).toEqual(['shortened']);
    expect(Object.prototype).not.toHaveProperty('type');
  });

  it('takes whatever a page makes of three thousand random files without stumbling', () => {
    const parts = [
      '{',
      '}',
      '[',
      ']',
      '"pages"',
      ':',
      ',',
      '"elements"',
      '"type"',
      '"matrix"',
      '"rows"',
      'null',
      '1',
      '<',
      '>',
      '</',
      'document',
      'rows',
      '&',
      '<![CDATA[',
      ']]>',
    ];
    let seed = 7;
    const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let file = 0; file < 3000; file += 1) {
      const text = Array.from({ length: next() % 40 }, () => parts[next() % parts.length]).join('');
      expect(() => readForm(text, 'own-test')).not.toThrow();
    }
  });
});
