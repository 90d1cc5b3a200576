import type { AccessCredential } from '@grondslag/protocol';
import type { Case, Change, Progress } from '../load/case.ts';
import { type Findings, noFindings } from './findings.ts';
import type { Stored } from './stored.ts';

/** Holds what the clients know against what the authority has. */
export function compare(cases: readonly Case[], stored: Stored): Findings {
  const found = noFindings();
  const requests = Map.groupBy(stored.credentials, askedResource);
  const decisions = Map.groupBy(stored.credentials, decidedRequest);
  const reads = Map.groupBy(stored.reads, ({ id }) => id);
  const heardOf = Map.groupBy(stored.changes, ({ credential }) => credential);

  const expectEnd = (credential: AccessCredential, ended: Progress | undefined) => {
    const revoked = stored.lists.isSet(credential, 'revocation');
    if (ended === 'acknowledged' && !revoked) found.lost.push(`status bit of ${credential.id}`);
    if (ended === undefined && revoked) {
      found.wrong.push(`${credential.id} is revoked, and nobody asked for it`);
    }
  };
  const expectSuspension = (credential: AccessCredential, changes: readonly Change[]) => {
    const last = changes.findLast(({ kind }) => kind !== 'revoked');
    const suspended = stored.lists.isSet(credential, 'suspension');
    if (last?.progress !== 'asked' && suspended !== (last?.kind === 'suspended')) {
      found.lost.push(`suspension bit of ${credential.id}`);
    }
  };
  const expectHeard = (credential: AccessCredential, changes: readonly Change[]) => {
    const heard = (heardOf.get(credential.id) ?? []).map(({ change }) => change);
    const acknowledged = changes.filter(({ progress }) => progress === 'acknowledged');
    const [told, asked] = [heard.join(), changes.map(({ kind }) => kind).join()];
    if (told === asked || told === acknowledged.map(({ kind }) => kind).join()) return;
    const list = heard.length < acknowledged.length ? found.lost : found.doubled;
    list.push(`changes of ${credential.id}: ${asked}, of which the feed tells ${told}`);
  };
  const expectOnce = (what: string, copies: readonly unknown[], acknowledged: boolean) => {
    if (acknowledged && copies.length === 0) found.lost.push(what);
    if (copies.length > 1) found.doubled.push(what);
  };

  for (const one of cases) {
    const ofRequest = requests.get(one.resource) ?? [];
    expectOnce(`request ${one.request}`, ofRequest, true);
    for (const request of ofRequest) expectEnd(request, one.cancellation);

    const ofDecision = decisions.get(one.request) ?? [];
    const { decision } = one;
    expectOnce(`decision on ${one.request}`, ofDecision, decision?.id !== undefined);
    for (const credential of ofDecision) {
      if (decision?.id !== undefined && credential.id !== decision.id) {
        found.wrong.push(`decision on ${one.request} has another id than was acknowledged`);
      }
      if (decision === undefined) found.wrong.push(`nobody decided on ${one.request}`);
      expectEnd(credential, one.changes.find(({ kind }) => kind === 'revoked')?.progress);
      expectSuspension(credential, one.changes);
      expectHeard(credential, one.changes);
    }
    for (const [id, progress] of one.reads) {
      expectOnce(`record of read ${id}`, reads.get(id) ?? [], progress === 'acknowledged');
    }
  }
  return found;
}

/** What a request is about, which names its case; `undefined` for a decision. */
export function askedResource({ credentialSubject }: AccessCredential): string | undefined {
  if (!('hasConsent' in credentialSubject)) return undefined;
  return credentialSubject.hasConsent.forPersonalData[0];
}

function decidedRequest({ credentialSubject }: AccessCredential): string | undefined {
  if (!('providedConsent' in credentialSubject)) return undefined;
  return credentialSubject.providedConsent.verifiedRequest;
}
