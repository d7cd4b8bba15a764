/**
 * How long one-time links and answers take. The register signs 3,000 blinded values on one core, within ten seconds: alone, and
 * as whole calls with their lock and their row. The box takes answers over its own socket. And a browser slowed down to about a
 * phone (Chromium at a quarter and at a sixth of this machine's speed) prepares, blinds, takes the blinding off and checks:
 * together with the call of the register and of the box, within a second. Where there is no browser, that part is left out and
 * said to be.
 */
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { makeCellKeys, openCellKey, signBlinded } from '@plumbline/api';
import { makeKeySafe } from '@plumbline/server/testing';
import type { RSABSSA as Library } from '@cloudflare/blindrsa-ts';
import type { Page } from 'playwright-core';
import { openBrowser } from '../journeys/_browser.ts';
import { openSurveyOffice } from '../src/survey-rounds/_office.ts';
import { answersWith, blind, send } from '../src/survey-rounds/_respondent.ts';
import { insist, milliseconds, printLoad, printSpread, spreadOf } from './measure.ts';

const WANTED = 3000;
/** People of the office below: each is signed for once, so that the whole calls are fewer and counted up. */
const CALLS = 300;

printLoad();
await signAlone();
const office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': CALLS } } });
try {
  const { register, box } = await wholeCalls();
  await inBrowser(register + box);
} finally {
  await office.close();
}
printLoad();

/** 3,000 signatures with the key opened anew for each, as the calls do. */
async function signAlone(): Promise<void> {
  const safe = makeKeySafe('a secret of the bench that stands in no database');
  const keys = await makeCellKeys(safe, 'round');
  const blinded = Buffer.from((await blind(keys.publicKey)).blinded, 'base64url');
  const began = performance.now();
  for (let at = 0; at < WANTED; at += 1) {
    const signature = signBlinded(openCellKey(safe, 'round', keys.fingerprint, keys.privateKey), blinded);
    insist(signature !== null, 'A blinded value was not signed.');
  }
  const took = performance.now() - began;
  console.log(
    `${WANTED} blinded values signed on one core: ${milliseconds(took)}, ${milliseconds(took / WANTED)} each (goal 10 s)`,
  );
  insist(took < 10_000, 'Signing took longer than ten seconds.');
}

/** The call of the register and that of the box, each as a whole. Returns their medians in milliseconds. */
async function wholeCalls(): Promise<{ register: number; box: number }> {
  const round = await office.open();
  const publicKey = round.manifest?.cells[0]?.publicKey ?? '';
  const register: number[] = [];
  const box: number[] = [];
  for (let at = 1; at <= CALLS; at += 1) {
    const blinding = await blind(publicKey);
    const caller = office.as(`A1-social-worker-${at}`, 'social-worker');
    const began = performance.now();
    const { signature } = await caller.surveyRounds.issue({ roundId: round.id, blinded: blinding.blinded });
    register.push(performance.now() - began);
    const ticket = await blinding.finish(signature);
    const sent = performance.now();
    const { status } = await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(at % 60, 'Fewer forms.') });
    box.push(performance.now() - sent);
    insist(status === 200, 'An answer was not taken.');
  }
  printSpread('one call of the register: lock, sign, write', spreadOf(register));
  printSpread('one call of the box: check, sort, write', spreadOf(box));
  const all = (spreadOf(register).median * WANTED) / 1000;
  console.log(`so ${WANTED} whole calls one after the other: ${all.toFixed(1)} s`);
  return { register: spreadOf(register).median, box: spreadOf(box).median };
}

/** The work of the browser, slowed down. */
async function inBrowser(calls: number): Promise<void> {
  const browser = await openBrowser().catch(() => null);
  if (browser === null) return console.log('No browser was found: what a phone takes was not measured.');
  const files = await serveLibrary();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`);
  const session = await page.context().newCDPSession(page);
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: 'RSA-PSS', hash: 'SHA-384', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const keys = {
    spki: Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64'),
    pkcs8: Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64'),
  };
  for (const rate of [1, 4, 6]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const times: number[] = [];
    for (let run = 0; run < 8; run += 1) times.push(await workOf(page, keys));
    const spread = spreadOf(times.slice(1));
    printSpread(`browser at 1/${rate} of this machine: prepare, blind, unblind, check`, spread);
    console.log(`   with both calls: ${milliseconds(spread.median + calls)} (goal 1 s)`);
  }
  await browser.close();
  files.close();
}

/** What the page does, without the time of the signature itself, which the register makes. */
async function workOf(page: Page, keys: { readonly spki: string; readonly pkcs8: string }): Promise<number> {
  return await page.evaluate(async ({ spki, pkcs8 }) => {
    const library = '/lib/src/index.js';
    const { RSABSSA } = (await import(library)) as { RSABSSA: typeof Library };
    const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
    const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
    const suite = RSABSSA.SHA384.PSS.Randomized();
    const privateKey = await crypto.subtle.importKey('pkcs8', bytes(pkcs8), algorithm, true, ['sign']);
    const began = performance.now();
    const key = await crypto.subtle.importKey('spki', bytes(spki), algorithm, true, ['verify']);
    const token = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
    const { blindedMsg, inv } = await suite.blind(key, token);
    const blindingTook = performance.now() - began;
    const signed = await suite.blindSign(privateKey, blindedMsg);
    const again = performance.now();
    await suite.finalize(key, token, signed, inv);
    return blindingTook + performance.now() - again;
  }, keys);
}

/** The library's files as they are published, and an empty page. */
async function serveLibrary(): Promise<Server> {
  const entry = createRequire(import.meta.url).resolve('@cloudflare/blindrsa-ts');
  const root = path.join(entry, '../../..');
  const server = createServer((request, response) => {
    const place = path.join(root, request.url ?? '');
    const isScript = place.endsWith('.js') && place.startsWith(root);
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? readFileSync(place) : '<!doctype html><title>Bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return server;
}
