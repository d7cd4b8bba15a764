import {
  AUDIT_KIND_NAMES,
  auditKind,
  AuditToolSchema,
  checkTool,
  makeTool,
  MOST_QUESTIONS,
  type AuditTool,
} from '@plumbline/domain/audits';
import { describe, expect, it } from 'vitest';
import { listPackIds, listStandardIds, loadPack } from '../src/load.ts';

const EVERY_KIND = AUDIT_KIND_NAMES.flatMap((kind) => auditKind(kind).about.map((about) => ({ kind, about })));

function toolsOf(id: string): AuditTool[] {
  const pack = loadPack(id);
  return EVERY_KIND.map(({ kind, about }) => makeTool(kind, about, { pack }));
}

/** As many questions for audits as section 5 of each catalogue has rows. */
const ASKED: Readonly<Record<string, number>> = { bcp: 72, kent: 52, shropshire: 51, wirral: 76 };

/** Questions that limit a graded tool about a person and about a child, as somebody judged who read all questions of each policy. */
const LIMITING: Readonly<Record<string, { readonly person: string[]; readonly child: string[] }>> = {
  bcp: { person: ['BCP-what-1', 'shipped_record'], child: ['shipped_decisions', 'shipped_risk'] },
  kent: { person: ['shipped_decisions', 'shipped_record'], child: ['shipped_decisions', 'shipped_risk'] },
  shropshire: { person: ['SHR-flow-9', 'shipped_decisions'], child: ['shipped_decisions', 'shipped_risk'] },
  wirral: { person: ['shipped_decisions', 'shipped_record'], child: ['WIR-11.6', 'shipped_risk'] },
};

describe.each(listPackIds())('audit tools from the policy of %s', (id) => {
  const pack = loadPack(id);
  const tools = toolsOf(id);

  it('ask every question of the policy in a thematic audit and in one of another kind', () => {
    const asked = pack.rules.filter(({ auditQuestion }) => auditQuestion !== undefined).map((rule) => rule.id);
    expect(asked).toHaveLength(ASKED[id] ?? 0);
    const [thematic, others] = [true, false].map(
      (isThematic) =>
        new Set(
          tools
            .filter(({ kind }) => (kind === 'thematic') === isThematic)
            .flatMap(({ questions }) => questions.map((question) => question.id)),
        ),
    );
    expect(asked.filter((rule) => !thematic?.has(rule))).toEqual([]);
    expect(asked.filter((rule) => !others?.has(rule))).toEqual([]);
  });

  it('can all be kept and published, and none is longer than anybody answers', () => {
    for (const made of tools) {
      expect(AuditToolSchema.parse(made)).toEqual(made);
      expect(made.questions.length).toBeLessThanOrEqual(MOST_QUESTIONS);
      expect(checkTool(made).canPublish, made.title).toBe(true);
    }
  });

  it('word each question as the policy has it, under its clause and version', () => {
    const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
    for (const { questions } of tools)
      for (const { id: rule, asks, origin } of questions) {
        if (origin.kind !== 'policy') continue;
        expect(asks).toBe(rules.get(rule)?.auditQuestion);
        expect(origin).toEqual({ kind: 'policy', rule, clause: rules.get(rule)?.clause, pack: `${id} ${pack.version}` });
      }
  });

  it('limit by few questions, chosen with care', () => {
    const limiting = (kind: AuditTool['kind']) =>
      tools
        .find((made) => made.kind === kind)
        ?.questions.filter(({ isLimiting }) => isLimiting)
        .map((question) => question.id)
        .toSorted();
    expect(limiting('supervision-file')).toEqual(LIMITING[id]?.person);
    expect(limiting('case-supervision')).toEqual(LIMITING[id]?.child);
  });

  it('show how often, and never ask for a grade of it', () => {
    const asked = new Set(tools.flatMap(({ questions }) => questions.map((question) => question.id)));
    const cadences = pack.rules.filter(({ kind }) => kind === 'cadence').map((rule) => rule.id);
    const shown = new Set(
      tools
        .filter(({ kind }) => kind === 'supervision-file' || kind === 'case-supervision')
        .flatMap(({ computed }) => computed.map(({ rule }) => rule)),
    );
    expect(cadences.length).toBeGreaterThan(3);
    expect(cadences.filter((rule) => !shown.has(rule) || asked.has(rule))).toEqual([]);
  });

  it('begin a dip sample with eight questions', () => {
    const dips = tools.filter(({ kind }) => kind === 'dip-sample');
    expect(dips.map(({ questions }) => questions.length)).toEqual([8, 8]);
  });
});

describe('national standards', () => {
  it.each(listStandardIds())('%s makes tools that can be kept', (id) => {
    for (const made of toolsOf(id)) expect(AuditToolSchema.parse(made)).toEqual(made);
  });
});
