import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { judgePackage } from '@marsad/observatory/snapshot';
import { InputError } from '@marsad/records';
import { sql } from 'kysely';
import { SOON_DAYS } from './compare/limits.js';
import { readHeld } from './held/package-folder.js';
import { tellPackage, toldOfPackage } from './held/told-of-package.js';
import { HUB_KEY, isOpenToOthers } from './hub-key.js';
import { type InvitedCity, readCities } from './ledger/rows/cities.js';
import { readContests } from './ledger/rows/contests.js';
import { readTold } from './ledger/rows/told.js';
import { type KeptVersion, readVersions } from './ledger/rows/versions.js';
import type { Hub } from './open-hub.js';
import { parseSnapshot } from './receive/parse-snapshot.js';

const DAY = 86_400_000;

/** Days without a package after which a city is said to be silent: a month and a few days. */
const SILENT_DAYS = 35;

/** Days a contest may wait for an answer before it is said to wait long. */
const WAITING_DAYS = 30;

/** One thing that the staff of a hub should know; `fault`: something held is not as it was taken. */
export interface Finding {
  code:
    | 'ledger-damaged'
    | 'ledger-older'
    | 'package-fault'
    | 'expired'
    | 'expires-soon'
    | 'never-sent'
    | 'silent'
    | 'contest-waits'
    | 'withdrawn-shown'
    | 'key-readable';
  fault: boolean;
  city: string | null;
  message: string;
}

/** Judges a held version again as if it came for the first time after all that is remembered but itself. */
const heldProblems = async (hub: Hub, city: InvitedCity, held: KeptVersion, now: Date): Promise<string[]> => {
  let files: Map<string, Uint8Array>;
  try {
    files = await readHeld(hub.folder, held.package);
  } catch (error) {
    if (error instanceof InputError) return [error.message];
    throw error;
  }
  // Time is told apart, by its own finding.
  const when = new Date(Math.min(now.getTime(), Date.parse(held.expires) - 1));
  const { remembered } = city;
  const judgement = judgePackage(files, { ...remembered, newest: null, notices: [], withdrawn: [] }, when);
  if (!judgement.taken)
    return judgement.refusals.map(({ code, message }) => `version ${held.version}: ${code}: ${message}`);
  // What the region shows was kept when the package was taken: it must still be what the package says.
  const kept = toldOfPackage.safeParse(await readTold(hub.db, held.package));
  const isSame =
    !kept.success || JSON.stringify(kept.data) === JSON.stringify(tellPackage(files, parseSnapshot(files)));
  return isSame ? [] : [`version ${held.version}: the ledger has other figures of it than the package`];
};

const daysSince = (then: string, now: Date): number => Math.floor((now.getTime() - Date.parse(then)) / DAY);

const dateOf = (instant: string): string => instant.slice(0, 10);

const timeFindings = (id: string, newest: KeptVersion, now: Date): Finding[] => {
  const findings: Finding[] = [];
  const say = (code: Finding['code'], message: string): void => {
    findings.push({ code, fault: false, city: id, message });
  };
  const left = Date.parse(newest.expires) - now.getTime();
  if (left <= 0)
    say('expired', `version ${newest.version} expired on ${dateOf(newest.expires)}: ask ${id} for a newer one`);
  else if (left <= SOON_DAYS * DAY)
    say('expires-soon', `version ${newest.version} expires on ${dateOf(newest.expires)}`);
  const silent = daysSince(newest.receivedAt, now);
  if (silent >= SILENT_DAYS) say('silent', `nothing has come for ${silent} days`);
  if (newest.state === 'withdrawn')
    say(
      'withdrawn-shown',
      `version ${newest.version} was withdrawn and nothing newer has come: ${id} stands without figures`,
    );
  return findings;
};

/**
 * Checks all that the hub holds: the ledger, every package that was not withdrawn (judged again from the first byte), what
 * expires, who is silent, which contests wait.
 * @param say is told of every city that is done
 */
export const checkHub = async (
  hub: Hub,
  now: Date,
  say: (done: number, of: number) => void = () => {},
): Promise<Finding[]> => {
  const findings: Finding[] = hub.warnings.map((message) => ({
    code: 'ledger-older',
    fault: true,
    city: null,
    message,
  }));
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(hub.db);
  for (const { integrity_check: told } of rows)
    if (told !== 'ok')
      findings.push({ code: 'ledger-damaged', fault: true, city: null, message: `hub.sqlite: ${told}` });
  const key = await stat(join(hub.folder, HUB_KEY)).catch(() => undefined);
  if (key && isOpenToOthers(key.mode))
    findings.push({
      code: 'key-readable',
      fault: true,
      city: null,
      message: `${HUB_KEY}: others may read it; run chmod 600`,
    });

  const cities = await readCities(hub.db);
  for (const [at, city] of cities.entries()) {
    const versions = await readVersions(hub.db, city.id);
    for (const version of versions) {
      if (version.state === 'withdrawn') continue;
      for (const message of await heldProblems(hub, city, version, now))
        findings.push({ code: 'package-fault', fault: true, city: city.id, message });
    }
    const newest = versions.at(-1);
    if (newest) findings.push(...timeFindings(city.id, newest, now));
    else
      findings.push({
        code: 'never-sent',
        fault: false,
        city: city.id,
        message: `invited on ${dateOf(city.invitedAt)}, has not sent yet`,
      });
    say(at + 1, cities.length);
  }
  for (const contest of await readContests(hub.db, { open: true })) {
    const days = daysSince(contest.raised, now);
    if (days >= WAITING_DAYS)
      findings.push({
        code: 'contest-waits',
        fault: false,
        city: contest.city,
        message: `contest ${contest.id} has waited ${days} days for an answer`,
      });
  }
  return findings;
};
