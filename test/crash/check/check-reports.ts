import { type Correction, correctionViewSchema } from '@grondslag/legal-basis';
import type { CloudEvent } from '@grondslag/protocol/v1';
import { askAuthority } from '../load/ask-authority.ts';
import type { Case } from '../load/case.ts';
import type { Client } from '../load/client.ts';
import type { Person } from '../world/person.ts';
import { fetchCorrections, fetchEvents } from './fetch-all.ts';
import { addFindings, type Findings, noFindings } from './findings.ts';

/** Looks up the reports of these cases that were acknowledged, one by one. */
export async function checkReports(cases: readonly Case[]): Promise<Findings> {
  const stored: Correction[] = [];
  for (const { report, citizen } of cases) {
    if (report?.id === undefined) continue;
    const { status, body } = await askAuthority('GET', report.id, { by: citizen });
    if (status === 200) stored.push(correctionViewSchema.parse(body).correction);
  }
  return compareReports(cases, stored);
}

/** Looks up all reports, and whether each was told once to its source and to the agency that held access. */
export async function checkAllReports(
  baseUrl: string,
  clients: readonly Client[],
  source: Person,
): Promise<Findings> {
  const found = noFindings();
  const toSource = await fetchEvents(baseUrl, source);
  for (const { agency, citizen, cases } of clients) {
    const stored = await fetchCorrections(baseUrl, citizen);
    addFindings(found, compareReports(cases, stored));
    const toAgency = await fetchEvents(baseUrl, agency);
    for (const { id, steps } of stored) {
      const answers = steps.filter(({ step }) => step !== 'in-examination');
      addFindings(found, compareTold(`source of ${id}`, id, toSource, steps.length));
      addFindings(found, compareTold(`agency of ${id}`, id, toAgency, answers.length));
    }
  }
  return found;
}

/** Holds what citizens and their sources did against what the authority has. */
export function compareReports(cases: readonly Case[], stored: readonly Correction[]): Findings {
  const found = noFindings();
  const byResource = Map.groupBy(stored, ({ resource }) => resource);
  for (const { report, resource } of cases) {
    if (!report) continue;
    const copies = byResource.get(resource) ?? [];
    if (report.id !== undefined && copies.length === 0) found.lost.push(`report ${report.id}`);
    if (copies.length > 1) found.doubled.push(`report of ${resource}`);
    for (const { id, steps } of copies) {
      const taken = steps.map(({ step }) => step).join();
      const acknowledged = report.steps.filter(({ progress }) => progress === 'acknowledged');
      const possible = [report.steps, acknowledged].map((all) =>
        all.map(({ kind }) => kind).join(),
      );
      if (!possible.includes(taken)) {
        found.lost.push(`steps of ${id}: ${possible.join(' or ')}, of which there are ${taken}`);
      }
    }
  }
  return found;
}

/** A report is told once, and so many of its steps. */
export function compareTold(
  whom: string,
  id: string,
  events: readonly CloudEvent[],
  changes: number,
): Findings {
  const found = noFindings();
  const told = events.filter(({ subject }) => subject === id);
  const count = (kind: string) => told.filter(({ type }) => type.includes(kind)).length;
  const pairs = [
    ['received', count('.received.'), 1],
    ['changed', count('.changed.'), changes],
  ] as const;
  for (const [what, is, should] of pairs) {
    if (is < should) found.lost.push(`${what} to the ${whom}`);
    if (is > should) found.doubled.push(`${what} to the ${whom}`);
  }
  return found;
}
