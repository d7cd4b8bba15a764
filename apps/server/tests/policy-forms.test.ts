import { formModel, libraryView, logWords, ownerFlags, type FormModel } from '@plumbline/analytics/prepare';
import { listPackIds, loadPack } from '@plumbline/policies';
import { describe, expect, it } from 'vitest';

const PACKS = listPackIds().map((id) => loadPack(id));
const TODAY = '2026-11-22';

/** Numbers of the forms in the catalogue of each council; T3, T4 and T4b of Bournemouth are agendas without a form of their own. */
const FORMS = {
  wirral: Array.from({ length: 15 }, (_, i) => `T-W${i + 1}`),
  bcp: ['T1', 'T2', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13'],
  kent: Array.from({ length: 13 }, (_, i) => `T-K${i + 1}`),
  shropshire: Array.from({ length: 11 }, (_, i) => `S${i + 1}`),
} as const;

function form(pack: string, id: string): FormModel {
  const model = formModel(loadPack(pack), id);
  if (model === null) throw new Error(`${pack} has no form ${id}`);
  return model;
}

const sectionsOf = (model: FormModel, part: string): string[] =>
  model.parts.find(({ id }) => id === part)?.sections.map(({ title }) => title) ?? [];
const fieldsOf = (model: FormModel) => model.parts.flatMap(({ sections }) => sections).flatMap(({ fields }) => fields);
const library = (id: string) =>
  libraryView(
    loadPack(id),
    PACKS.filter((pack) => pack.id !== id),
    TODAY,
  );

describe('forms of the four policies', () => {
  it.each(Object.entries(FORMS))('%s has every form of its catalogue', (id, entries) => {
    expect(
      loadPack(id)
        .templates?.map(({ entry }) => entry)
        .toSorted(),
    ).toEqual([...entries].toSorted());
  });

  it('draws every form: no box without words, and no child by name', () => {
    for (const pack of PACKS)
      for (const { id } of pack.templates ?? []) {
        const model = form(pack.id, id);
        expect(JSON.stringify(model), `${pack.id} ${id}`).not.toMatch(/undefined|\[object/);
        for (const { label, kindInWords } of fieldsOf(model)) expect(`${label}${kindInWords}`.trim()).not.toBe('');
        const ofChildren = model.parts.filter(({ kind }) => kind === 'child').flatMap(({ sections }) => sections);
        const labels = ofChildren.flatMap(({ fields }) => fields.map(({ label }) => label)).join('\n');
        expect(labels, `${pack.id} ${id}`).not.toMatch(/child's name|name of the child/i);
      }
  });

  it('keeps the order of the six sections of the personal record, each with its box for actions', () => {
    const record = form('bcp', 'personal-record');
    expect(sectionsOf(record, 'sections')).toEqual([
      'Health and welfare',
      'Annual leave and TOIL or flexi',
      'Practice progress',
      'Professional development',
      'Further responsibilities',
      'Any other business',
    ]);
    const boxes = record.parts.find(({ id }) => id === 'sections')?.sections ?? [];
    for (const { fields } of boxes) expect(fields.map(({ kind }) => kind).slice(0, 2)).toEqual(['long-text', 'actions']);
    expect(record.signedBy).toBe('Supervisor and person supervised');
    expect(record.makes?.keptIn).toContain('K-Drive');
  });

  it('asks of an action in Kent all seven things, and elsewhere what, who and by when', () => {
    const columns = (pack: string, id: string, fieldId: string) =>
      fieldsOf(form(pack, id))
        .find((field) => field.id === fieldId)
        ?.columns.map((column) => column.id);
    expect(columns('kent', 'casework-record', 'actions')).toEqual(['impact', 'who', 'what', 'why', 'when', 'where', 'how']);
    expect(columns('shropshire', 'case-supervision', 'actions')).toEqual(['what', 'who', 'when']);
  });

  it('says which boxes are ours: the policy does not ask for the length of a contract', () => {
    const fields = fieldsOf(form('wirral', 'supervision-contract'));
    expect(fields.filter(({ isOurs }) => isOurs).map(({ id }) => id)).toContain('length');
    expect(fields.filter(({ isRequired }) => isRequired).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['meeting-date', 'supervisor-expects', 'supervisee-expects', 'setting', 'next-review']),
    );
  });

  it('leaves a place where the text names a form that nobody has', () => {
    expect(form('kent', 'supervision-agreement').slots).toMatchObject([
      { holds: 'Place for the council’s own form', filledWith: null },
    ]);
  });

  it('knows no form that is not there', () => {
    expect(formModel(loadPack('kent'), 'log-entry')).toBeNull();
  });
});

describe('agendas and agreements', () => {
  const agenda = (pack: string, id: string) =>
    library(pack)
      .agendas.find((one) => one.id === id)
      ?.items.map(({ title }) => title);

  it('has as many points as the text', () => {
    expect(agenda('wirral', 'one-to-one')).toHaveLength(8);
    expect(agenda('bcp', 'supportive-prompts')).toHaveLength(10);
    expect(agenda('bcp', 'development-prompts')).toHaveLength(11);
    expect(agenda('bcp', 'quality-points')).toHaveLength(4);
    expect(agenda('bcp', 'personal-record-sections')).toHaveLength(6);
    expect(agenda('kent', 'team-meeting')).toHaveLength(9);
    expect(agenda('shropshire', 'practitioners')).toHaveLength(9);
    expect(agenda('shropshire', 'managers')).toHaveLength(12);
    // Earlier actions and agreed actions stand around the eight items.
    expect(agenda('shropshire', 'residential')).toHaveLength(10);
  });

  it('takes the points from the form where the form has them', () => {
    // Who and when stand on the form as well, and are ours.
    expect(agenda('shropshire', 'case-supervision')).toEqual(['Case update', 'Reflection', 'Actions']);
  });

  it('says when an agreement is looked at again, or that the policy does not', () => {
    expect(library('wirral').agreements[0]?.review.cites).toEqual([{ id: 'WIR-5.2', isRule: expect.any(Boolean) }]);
    expect(library('shropshire').agreements[0]?.review).toMatchObject({
      cites: [],
      says: expect.stringContaining('no interval'),
    });
    expect(library('shropshire').agreements[0]?.reviewQuestions).toHaveLength(8);
  });
});

describe('words', () => {
  it('tells that ICS is a system here and a service there', () => {
    const ics = (id: string) => library(id).terms.find(({ term }) => term === 'ICS');
    expect(ics('wirral')?.meanings[0]?.says).toContain('case file');
    expect(ics('wirral')?.elsewhere).toEqual([{ council: 'Kent', says: "Integrated children's services, the whole service." }]);
    expect(ics('kent')?.elsewhere.map(({ council }) => council)).toEqual(['Wirral']);
  });

  it('gives the log the words of the policy, and ours where it has none', () => {
    expect(logWords(loadPack('wirral')).statuses).toMatchObject({ held: 'Took place', interrupted: 'Interrupted' });
    expect(logWords(loadPack('wirral')).questions['interrupted']?.['reason']?.title).toBe('Reason for the interruption');
    expect(logWords(loadPack('shropshire')).statuses['planned']).toBe('Booked');
    expect(logWords(loadPack('bcp')).questions).toEqual({});
    expect(logWords(loadPack('kent')).questions['cancelled']?.['cancelledBy']?.choices).toEqual({
      supervisor: 'The supervisor',
      supervisee: 'The supervisee',
      both: 'Both',
    });
  });
});

describe('whom the policy names', () => {
  it('flags a register that social workers left, with who keeps it now, from that day on', () => {
    const hcpc = library('bcp').bodies.find(({ id }) => id === 'hcpc');
    expect(hcpc?.superseded).toMatchObject({ since: '2 December 2019', by: 'Social Work England' });
    const before = libraryView(loadPack('bcp'), [], '2019-12-01').bodies.find(({ id }) => id === 'hcpc');
    expect(before?.superseded).toBeNull();
    expect(ownerFlags(loadPack('bcp'), TODAY).filter(({ kind }) => kind === 'superseded')).toHaveLength(2);
    expect(ownerFlags(loadPack('kent'), TODAY).filter(({ kind }) => kind === 'superseded')).toEqual([]);
  });

  it('shows a review date that has passed only once it has', () => {
    const titles = (today: string) => libraryView(loadPack('kent'), [], today).banners.map(({ title }) => title);
    expect(titles('2023-01-31')).toEqual(['A draft']);
    expect(titles('2023-02-01')).toEqual(['A draft', 'Past its review date']);
  });

  it('tells the owner of Shropshire’s policy that monthly means several things', () => {
    const flags = ownerFlags(loadPack('shropshire'), TODAY).filter(({ kind }) => kind === 'ambiguous');
    expect(flags).toHaveLength(1);
    expect(flags[0]?.says).toContain('"monthly" means');
  });
});
