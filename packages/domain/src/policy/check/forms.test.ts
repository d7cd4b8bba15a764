import { describe, expect, test } from 'vitest';
import { cadence, makePack, rule } from '../../rules/_pack.ts';
import { checkPolicy, type Remark } from '../check.ts';
import type { FormField, FormTemplate, PolicyPack } from '../index.ts';

const MONTHLY = cadence({ id: 'X-1', series: 'own', when: 'employed', every: { months: 1 } });

function field(changes: Partial<FormField> = {}): FormField {
  return { id: 'notes', label: 'Notes', kind: 'long-text', ...changes };
}

function form(fields: readonly FormField[], changes: Partial<FormTemplate> = {}): FormTemplate {
  return {
    id: 'record',
    entry: 'F1',
    title: 'Record',
    type: 'record',
    clause: 'section 1',
    cites: ['X-1'],
    says: 'What was talked about.',
    use: { says: 'Everybody' },
    parts: [
      {
        id: 'person',
        title: 'The person',
        kind: 'personal',
        filledBy: ['supervisor'],
        sections: [{ id: 'talk', title: 'The talk', cites: ['X-1'], fields: [...fields] }],
      },
    ],
    ...changes,
  };
}

function packOf(changes: Partial<PolicyPack>, rules: PolicyPack['rules'] = []): PolicyPack {
  return { ...makePack([MONTHLY, ...rules]), ...changes };
}

function found(pack: PolicyPack, rows?: ReadonlySet<string>): Pick<Remark, 'severity' | 'kind' | 'path' | 'message'>[] {
  const kinds: Remark['kind'][] = [
    'same-id',
    'cites-nothing',
    'form',
    'names-a-child',
    'no-form',
    'unknown-code',
    'unknown-field',
  ];
  return checkPolicy(pack, undefined, rows)
    .filter(({ kind, path }) => kinds.includes(kind) || (kind === 'uncited' && path.startsWith('templates')))
    .map(({ severity, kind, path, message }) => ({ severity, kind, path, message }));
}

const FIELD = 'templates.0.parts.0.sections.0.fields.0';

describe('forms', () => {
  test('a sound form is left alone, and so is a policy without forms', () => {
    expect(found(packOf({ templates: [form([field({ required: true })])] }))).toEqual([]);
    expect(found(packOf({}))).toEqual([]);
  });

  test.each([
    ['a choice without options', field({ kind: 'choice' }), 'form', 'is a choice and says between what'],
    ['options where nothing is chosen', field({ options: [{ value: 'a', label: 'A' }] }), 'form', 'is no choice and has options'],
    ['a list of actions that states nothing', field({ kind: 'actions' }), 'form', 'says what each action states'],
    ["a child's name", field({ label: "Child's name" }), 'names-a-child', 'reference number only'],
    ['the name of a family', field({ label: 'Name of the family' }), 'names-a-child', 'reference number only'],
    ['a column that there is not', field({ feeds: 'session.mood' }), 'unknown-field', 'has no column "mood"'],
    [
      'codes that the column never holds',
      field({
        kind: 'choice',
        options: [
          { value: 'held', label: 'Held' },
          { value: 'lost', label: 'Lost' },
        ],
        feeds: 'session.status',
      }),
      'unknown-code',
      'session.status never holds lost',
    ],
  ])('finds %s', (_what, broken, kind, message) => {
    const [remark, ...rest] = found(packOf({ templates: [form([broken])] }));
    expect(rest).toEqual([]);
    expect(remark).toMatchObject({ severity: 'problem', kind });
    expect(remark?.path.startsWith(FIELD)).toBe(true);
    expect(remark?.message).toContain(message);
  });

  test('the name of a member of staff, or of a group, may be asked', () => {
    expect(found(packOf({ templates: [form([field({ label: 'Name of the group', kind: 'text' })])] }))).toEqual([]);
  });

  test('what must be filled says which row asks for it, unless it is ours', () => {
    const bare = form([]);
    const withFields = (fields: FormField[]): FormTemplate => ({
      ...bare,
      parts: bare.parts.map((part) => ({ ...part, sections: [{ id: 'talk', title: 'The talk', fields }] })),
    });
    expect(found(packOf({ templates: [withFields([field({ required: true })])] })).map(({ kind }) => kind)).toEqual(['uncited']);
    expect(found(packOf({ templates: [withFields([field({ required: true, isOurs: true })])] }))).toEqual([]);
  });

  test('a part about a child needs a number to go by', () => {
    const [part] = form([field()]).parts;
    const childOnly = (fields: FormField[]): FormTemplate =>
      form([], { parts: [{ ...part!, kind: 'child', sections: [{ id: 'talk', title: 'The talk', cites: ['X-1'], fields }] }] });
    expect(found(packOf({ templates: [childOnly([field()])] })).map(({ message }) => message)).toEqual([
      'The form "Record" is about a child and asks for no reference number.',
    ]);
    expect(found(packOf({ templates: [childOnly([field({ kind: 'reference', label: 'Child' })])] }))).toEqual([]);
  });

  test('ids stand once among forms and within one', () => {
    const twoForms = found(packOf({ templates: [form([field()]), form([field()])] }));
    expect(twoForms.map(({ message }) => message)).toEqual(['Two entries under templates are called "record".']);
    const twoFields = found(packOf({ templates: [form([field(), field()])] }));
    expect(twoFields.map(({ message }) => message)).toEqual(['The form "Record" has two fields called "notes".']);
  });
});

describe('what forms rest on', () => {
  test('a row that is neither rule nor reading is a slip where the rows are known, and a note where they are not', () => {
    const pack = packOf({ templates: [form([field({ cites: ['X-9'] })])] });
    const about = { kind: 'cites-nothing', path: `${FIELD}.cites`, message: '"X-9" is no rule, reading or row of this policy.' };
    expect(found(pack)).toEqual([{ severity: 'note', ...about }]);
    expect(found(pack, new Set(['X-1']))).toEqual([{ severity: 'problem', ...about }]);
    expect(found(pack, new Set(['X-1', 'X-9'])), 'a row that waits for its rule').toEqual([]);
  });

  test('a rule that reads a field finds it on a form of the policy', () => {
    const reason = rule({ id: 'X-2', kind: 'evidence', asks: 'Why?', field: 'session.reason' });
    const asks = (feeds: string): PolicyPack => packOf({ templates: [form([field({ feeds })])] }, [reason]);
    expect(found(asks('session.reason'))).toEqual([]);
    expect(found(asks('session.noNewDateReason')).map(({ severity, kind, message }) => ({ severity, kind, message }))).toEqual([
      { severity: 'note', kind: 'no-form', message: 'The rule reads session.reason, and no form of this policy asks for it.' },
    ]);
  });

  test('a rule that names a form or a part of one finds it in the policy', () => {
    const agenda = rule({
      id: 'X-2',
      kind: 'completeness',
      of: 'session',
      oneOf: { 'record.template': ['manager-agenda'], 'record.sections': ['budget'] },
      owes: 'session-supervisor',
    });
    const messages = (templates: FormTemplate[]): string[] =>
      found(packOf({ templates }, [agenda])).map(({ message }) => message);
    expect(messages([form([field()])])).toEqual([
      'The rule names the form "manager-agenda", and no form of this policy is or has it.',
      'The rule names the part "budget", and no form of this policy is or has it.',
    ]);
    const [part] = form([field()]).parts;
    const sections = [{ id: 'budget', title: 'Budget', section: 'budget', cites: ['X-1'], fields: [field()] }];
    expect(messages([form([], { recordForm: 'manager-agenda', parts: [{ ...part!, sections }] })])).toEqual([]);
  });
});

describe('agendas and agreements', () => {
  const common = { clause: 'section 1', cites: ['X-1'], says: 'In this order.', title: 'Agenda' };

  test('an agenda has items, or a form that has them', () => {
    const agenda = { id: 'one', ...common, use: { says: 'Everybody' } };
    expect(found(packOf({ agendas: [agenda] })).map(({ message }) => message)).toEqual([
      'The agenda "Agenda" has neither items nor a form that has them.',
    ]);
    expect(found(packOf({ agendas: [{ ...agenda, template: 'record' }] })).map(({ message }) => message)).toEqual([
      'There is no form "record".',
    ]);
    expect(found(packOf({ agendas: [{ ...agenda, template: 'record' }], templates: [form([field()])] }))).toEqual([]);
  });

  test('what an agreement must say is a field of its form that has to be filled', () => {
    const agreement = {
      id: 'pair',
      ...common,
      template: 'record',
      signedBy: ['supervisor' as const],
      firstDue: { rule: null, says: 'The policy gives no date.' },
      review: { rule: 'X-1', says: 'Every month.' },
      mustSay: [
        { field: 'notes', cites: ['X-1'] },
        { field: 'colour', cites: ['X-1'] },
      ],
    };
    expect(found(packOf({ agreements: [agreement], templates: [form([field()])] })).map(({ message }) => message)).toEqual([
      'The form "Record" lets "Notes" stay empty, and the agreement must say it.',
      'The form "Record" has no field "colour".',
    ]);
  });
});
