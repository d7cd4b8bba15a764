import { canonicalJson } from '@plumbline/domain/policy';
import { loadPack } from '@plumbline/policies';
import { readPackText } from '@plumbline/policies/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

let server: TestServer;
let owner: Client;
let worker: Client;
let hash: string;

beforeAll(async () => {
  server = await startForTests();
  owner = await as(server, 'principal-social-worker');
  worker = await as(server, 'social-worker');
  hash = (await owner.query('policy.view')).data.contentHash;
});
afterAll(() => server.stop());

const POLICY = ['1. Purpose', 'Why.', '11. Children', 'Each child is talked about.', '11.1 How often', 'Every two months.'].join(
  '\n',
);

async function upload(
  client: Client,
  body: string | Uint8Array,
  type = 'text/plain',
  query = `version=${hash}`,
): Promise<Response> {
  return await client.fetch(`/api/policy/documents?${query}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-file-name': encodeURIComponent('Supervision policy, 2026 “final”.txt') },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
}

describe('the council’s own document', () => {
  it('stands beside the clause of a rule, for everybody who may read the policy', async () => {
    const { id } = loadPack('wirral').rules.find((rule) => rule.clause.includes('11')) ?? { id: '' };
    expect((await worker.query('policy.clause', { ruleId: id })).data).toBeNull();
    const { documentId } = (await (await upload(owner, POLICY)).json()) as { documentId: string };
    const { data } = await worker.query('policy.clause', { ruleId: id });
    expect(data.document).toMatchObject({ id: documentId, mediaType: 'text/plain' });
    expect(data.found.lines[0]).toMatch(/^11/);
    const opened = await worker.fetch(`/api/policy/documents/${documentId}`);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(opened.headers.get('content-disposition')).toContain("filename*=UTF-8''Supervision%20policy");
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await opened.text()).toBe(POLICY);
  });

  it('is shown by the browser where it is a PDF, inside our own pages alone', async () => {
    const sent = await upload(owner, '%PDF-1.4\n%%EOF', 'application/pdf');
    const { documentId } = (await sent.json()) as { documentId: string };
    const opened = await worker.fetch(`/api/policy/documents/${documentId}`);
    expect(opened.headers.get('content-type')).toBe('application/pdf');
    expect(opened.headers.get('content-disposition')).toMatch(/^inline/);
    expect(opened.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(opened.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect((await worker.fetch('/policy')).headers.get('content-security-policy')).toContain("frame-src 'self'");
  });

  it('is refused from anybody else, of any other kind, of any other size', async () => {
    expect((await upload(worker, POLICY)).status).toBe(403);
    expect((await upload(new Client(server), POLICY)).status).toBe(401);
    expect((await new Client(server).fetch('/api/policy/documents/7b2f4f0e-0000-4000-8000-000000000000')).status).toBe(401);
    expect((await upload(owner, '<html><script>alert(1)</script>', 'text/html')).status).toBe(415);
    expect((await upload(owner, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'application/octet-stream')).status).toBe(400);
    expect((await upload(owner, '')).status).toBe(400);
    expect((await upload(owner, new Uint8Array(21 * 1024 * 1024).fill(0x61))).status).toBe(413);
    expect((await upload(owner, POLICY, 'text/plain', `version=${'0'.repeat(64)}`)).status).toBe(404);
    expect((await upload(owner, POLICY, 'text/plain', 'version=x')).status).toBe(400);
    expect((await worker.fetch('/api/policy/documents/7b2f4f0e-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('may fill a place for a form or tool of the council’s own, and leaves the policy’s document as it was', async () => {
    const { data } = await owner.mutate('policyDrafts.start', { from: { kind: 'in-force' }, title: 'With a tool' });
    const before = (await owner.query('policyDrafts.get', data)).data;
    const sent = await upload(owner, 'Our tool.', 'text/plain', `place=${data.draftId}`);
    const { documentId } = (await sent.json()) as { documentId: string };
    expect((await owner.query('policyDrafts.get', data)).data.document).toEqual(before.document);
    const at = before.pack.templates.findIndex((form: { slots?: unknown }) => form.slots !== undefined);
    const path = ['templates', at, 'slots', 0];
    const edits = [
      { op: 'set', path: [...path, 'filledWith'], value: 'Our tool' },
      { op: 'set', path: [...path, 'document'], value: documentId },
    ];
    const saved = await owner.mutate('policyDrafts.save', { draftId: data.draftId, baseVersion: before.version, edits });
    expect(saved.data.isWellFormed).toBe(true);
    expect(await (await worker.fetch(`/api/policy/documents/${documentId}`)).text()).toBe('Our tool.');
    const wrong = [{ op: 'set', path: [...path, 'link'], value: 'javascript:alert(1)' }];
    const refused = await owner.mutate('policyDrafts.save', {
      draftId: data.draftId,
      baseVersion: saved.data.version,
      edits: wrong,
    });
    expect(refused.data.remarks[0]).toMatchObject({ severity: 'malformed', path: [...path, 'link'].join('.') });
    expect((await upload(worker, 'x', 'text/plain', `place=${data.draftId}`)).status).toBe(403);
    expect((await upload(owner, 'x', 'text/plain', 'place=7b2f4f0e-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('stays with the drafts of its version', async () => {
    const { data } = await owner.mutate('policyDrafts.start', { from: { kind: 'in-force' }, title: 'Next' });
    expect((await owner.query('policyDrafts.get', data)).data.document).toMatchObject({
      fileName: expect.stringContaining('Supervision'),
    });
  });
});

describe('a version as a file', () => {
  it('is the canonical bytes as JSON, and reads back from YAML with the same hash', async () => {
    const json = await worker.fetch(`/api/policy/versions/${hash}.json`);
    expect(await json.text()).toBe(canonicalJson(loadPack('wirral')));
    const yaml = await (await worker.fetch(`/api/policy/versions/${hash}.yaml`)).text();
    const { data } = await owner.mutate('policyDrafts.start', {
      from: { kind: 'text', text: yaml, fileName: 'x.yaml' },
      title: 'Back',
    });
    const draft = (await owner.query('policyDrafts.get', data)).data;
    expect(canonicalJson(draft.pack)).toBe(canonicalJson(readPackText(yaml).pack));
    expect(canonicalJson(readPackText(yaml).pack)).toBe(canonicalJson(loadPack('wirral')));
    const own = await owner.fetch(`/api/policy/drafts/${data.draftId}.yaml`);
    expect(canonicalJson(readPackText(await own.text()).pack)).toBe(canonicalJson(loadPack('wirral')));
    expect((await worker.fetch(`/api/policy/drafts/${data.draftId}.yaml`)).status).toBe(403);
    expect((await worker.fetch(`/api/policy/versions/${'0'.repeat(64)}.json`)).status).toBe(404);
    expect((await worker.fetch(`/api/policy/versions/${hash}.exe`)).status).toBe(404);
  });
});
