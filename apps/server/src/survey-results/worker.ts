import { parentPort, workerData } from 'node:worker_threads';
import type { Release } from '@plumbline/analytics/disclosure';
import { checkResults, makeResults, type ReleaseOrder, type RoundEvidence } from '@plumbline/api';

export type Asked =
  | { readonly kind: 'make'; readonly order: ReleaseOrder }
  | { readonly kind: 'check'; readonly evidence: RoundEvidence; readonly stored: readonly Release[] };

/** Runs in a thread of its own, without a database: everything it needs comes with the question. */
const asked = workerData as Asked;
parentPort?.postMessage(asked.kind === 'make' ? makeResults(asked.order) : checkResults(asked.evidence, asked.stored));
