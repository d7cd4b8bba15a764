export * from './check-view.ts';
export * from './make-release.ts';
export * from './plan.ts';
export * from './proof.ts';
export { receivedAsDraft, receivedToPublish, type PublishedReceived } from './receipts.ts';
export * from './release.ts';
export { proveRelease, type ProofFailure, type Proving } from './prove/prove-release.ts';
