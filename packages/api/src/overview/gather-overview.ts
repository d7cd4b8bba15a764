import { lastSettledDay } from '@plumbline/analytics/audits';
import type { OverviewSource } from '@plumbline/analytics/overview';
import {
  countActions,
  findCouncil,
  heldInFull,
  listPolicyVersions,
  serviceMonths,
  standingToday,
  type CouncilTransaction,
} from '@plumbline/database';
import { addMonths, formatDay, formatInstant, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import { versionOn, type PolicyTimeline } from '@plumbline/domain/rules';
import type { Caller } from '../access/caller.ts';
import { inFullThrough, seriesThrough, timelineOf } from '../access/policy-of.ts';
import { dayOf } from '../surveys/decisions/decisions.ts';
import { refuse } from '../problems.ts';
import { auditsOf } from './audits-of.ts';
import { surveyOf } from './survey-of.ts';

const MONTHS = 12;

/**
 * What the page of the whole council is made of: stored monthly figures and a few counts, each for all of the council at once. Nothing is
 * worked out again from facts, so that it is as fast for a large council as for a small one.
 */
export async function gatherOverview(caller: Caller): Promise<OverviewSource> {
  const { today, now, services, signedIn } = caller;
  const council = (await findCouncil(services.database, signedIn.councilId)) ?? refuse('not-found');
  return await caller.read(async (tx) => {
    const timeline = await timelineOf(tx, null);
    const persons = seriesThrough(timeline, 'person');
    const children = seriesThrough(timeline, 'child');
    const months = monthsBefore(today);
    const span = { from: months[0] ?? '', to: months.at(-1) ?? '' };
    const on = formatDay(today);
    const at = formatInstant(now);
    const lastMonth = { from: span.to, to: lastSettledDay(on) };
    const [rows, standing, inFull, actions, audits, survey, policy] = await Promise.all([
      serviceMonths(tx, { ...span, persons, children }),
      standingToday(tx, { on, at, series: [...persons, ...children] }),
      heldInFull(tx, { ...lastMonth, today: on, ...inFullThrough(timeline) }),
      countActions(tx, on),
      auditsOf(tx, { from: span.from, to: lastMonth.to }),
      surveyOf(tx),
      policyOf(tx, timeline, today),
    ]);
    return {
      council: council.name,
      today: on,
      months,
      rows,
      ...standing,
      inFull,
      audits,
      survey,
      actions,
      policy,
    };
  });
}

/** First days of the last twelve months that are over. */
function monthsBefore(today: Day): string[] {
  const begins = startOfMonth(today);
  return Array.from({ length: MONTHS }, (_, i) => formatDay(addMonths(begins, i - MONTHS)));
}

async function policyOf(tx: CouncilTransaction, timeline: PolicyTimeline, today: Day): Promise<OverviewSource['policy']> {
  const { number, from, policy } = versionOn(timeline, today);
  const { title, version, validFrom } = policy.pack;
  const stored = (await listPolicyVersions(tx)).find((one) => one.number === number);
  const isOurs = stored !== undefined && stored.publishedBy !== null && stored.publishedBy !== 'system';
  return {
    title,
    version,
    // The first version stands for all the days before it too, and then begins where its own text says.
    inForceFrom: formatDay(Math.max(from, toDay(validFrom))),
    publishedOn: isOurs ? dayOf(stored.publishedAt) : null,
  };
}
