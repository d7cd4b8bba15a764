export * from './fit-to-policy.ts';
export * from './policy-items.ts';
export { POLICY_TOPICS, type PolicyTopic } from './topics.ts';
