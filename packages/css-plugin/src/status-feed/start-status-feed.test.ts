import type { CredentialStatusChange, StatusChanges } from '@grondslag/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type StartStatusFeedOptions,
  type StatusFeed,
  startStatusFeed,
} from './start-status-feed.ts';

type Question = Parameters<StartStatusFeedOptions['ask']>[0];

/** An authority in a few lines: numbers its changes, waits when asked to, hangs or fails when told to. */
class Authority {
  changes: CredentialStatusChange[] = [];
  pageSize = 100;
  mode: 'answer' | 'hang' | 'fail' = 'answer';
  /** This many questions hang, and those being asked when `mode` is `hang`. */
  hangFor = 0;
  readonly questions: Question[] = [];

  readonly ask = async (question: Question): Promise<StatusChanges> => {
    this.questions.push(question);
    let hangs = this.hangFor > 0;
    if (hangs) this.hangFor -= 1;
    if (this.mode === 'fail') throw new Error('connection refused');
    const deadline = performance.now() + question.waitMs;
    const after = question.after ?? 0;
    while (
      hangs ||
      this.mode === 'hang' ||
      (this.changes.length === after && performance.now() < deadline)
    ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      question.signal.throwIfAborted();
      hangs ||= this.mode === 'hang';
    }
    const changes = this.changes.slice(after, after + this.pageSize);
    const head = Math.min(this.changes.length, after + changes.length);
    return { head, changes, more: head < this.changes.length };
  };

  add(change: CredentialStatusChange['change'], ...grants: string[]): void {
    for (const credential of grants) {
      const seq = this.changes.length + 1;
      this.changes.push({ seq, credential, change, at: new Date().toISOString() });
    }
  }
}

const one = 'https://authority.example/vc/1';
const two = 'https://authority.example/vc/2';

let feed: StatusFeed | undefined;
afterEach(() => feed?.stop());

function follow(authority: Authority, { maxSilenceMs = 30_000 } = {}) {
  const told: unknown[] = [];
  feed = startStatusFeed({
    ask: authority.ask,
    maxSilenceMs,
    onEnded: (grant) => told.push(grant),
    onReset: () => told.push('reset'),
    onContact: (isInContact) => told.push(isInContact ? 'found' : 'lost'),
  });
  return { feed, told };
}

describe(startStatusFeed, () => {
  it('honours nothing before the first answer, and everything that has not ended after it', async () => {
    const authority = new Authority();
    authority.mode = 'hang';
    authority.add('revoked', one);
    const { feed } = follow(authority);
    expect(await feed.check(two)).toBe('unknown');
    authority.mode = 'answer';
    await vi.waitFor(async () => expect(await feed.check(two)).toBe('honoured'), 5_000);
    expect(await feed.check(one)).toBe('ended');
  });

  it('hears of a change without asking for it', async () => {
    const authority = new Authority();
    const { feed, told } = follow(authority);
    expect(await feed.check(one)).toBe('honoured');
    authority.add('suspended', one);
    authority.add('revoked', two);
    await vi.waitFor(() => expect(told).toEqual([one, two]), 5_000);
    expect(await feed.check(one)).toBe('ended');
    authority.add('resumed', one, two); // a withdrawal is for good
    await vi.waitFor(async () => expect(await feed.check(one)).toBe('honoured'), 5_000);
    expect(await feed.check(two)).toBe('ended');
  });

  it('reads all pages before it honours anything', async () => {
    const authority = new Authority();
    authority.pageSize = 2;
    const grants = Array.from(
      { length: 9 },
      (_, index) => `https://authority.example/vc/p${index}`,
    );
    authority.add('revoked', ...grants);
    const { feed } = follow(authority);
    for (const grant of grants) expect(await feed.check(grant)).toBe('ended');
    expect(await feed.check(one)).toBe('honoured');
  });

  it('does not trust a connection that has gone quiet: it asks once, for all who wait', async () => {
    const authority = new Authority();
    const { feed } = follow(authority);
    expect(await feed.check(one)).toBe('honoured');
    // The next long question and the first short one hang, as with an instance that was cut off.
    authority.mode = 'hang';
    await new Promise((resolve) => setTimeout(resolve, 800));
    authority.mode = 'answer';
    authority.hangFor = 1;
    authority.add('revoked', one);
    const before = authority.questions.length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => feed.check(one)));
    expect(new Set(answers)).toEqual(new Set(['ended']));
    expect(authority.questions.length - before).toBeLessThan(10);
  });

  it('fails closed after the bound, says so once, and opens again by itself', async () => {
    const authority = new Authority();
    const { feed, told } = follow(authority, { maxSilenceMs: 1_000 });
    expect(await feed.check(one)).toBe('honoured');
    authority.mode = 'fail';
    await vi.waitFor(async () => expect(await feed.check(one)).toBe('unknown'), 5_000);
    await vi.waitFor(() => expect(told).toEqual(['lost']), 5_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    authority.mode = 'answer';
    await vi.waitFor(async () => expect(await feed.check(one)).toBe('honoured'), 5_000);
    await vi.waitFor(() => expect(told).toEqual(['lost', 'found']), 5_000);
  });

  it('goes on honouring within the bound, but not what it knows to have ended', async () => {
    const authority = new Authority();
    authority.add('revoked', two);
    const { feed } = follow(authority);
    expect(await feed.check(one)).toBe('honoured');
    authority.mode = 'fail';
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await feed.check(one)).toBe('honoured');
    expect(await feed.check(two)).toBe('ended');
  });

  it('begins again when the authority went back in time, and keeps what it knew to have ended', async () => {
    const authority = new Authority();
    authority.add('revoked', one, 'https://authority.example/vc/3');
    const { feed, told } = follow(authority);
    expect(await feed.check(one)).toBe('ended');
    authority.changes = [];
    authority.add('revoked', two);
    await vi.waitFor(async () => expect(await feed.check(two)).toBe('ended'), 5_000);
    expect(told).toContain('reset');
    expect(await feed.check(one)).toBe('ended');
  });
});
