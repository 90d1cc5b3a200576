import {
  authorityPaths,
  type CredentialStatusChange,
  STATUS_QUESTION_TYPE,
  statusChangesSchema,
} from '@grondslag/protocol';
import { askFor } from '../load/ask-authority.ts';
import type { OutsideWorld } from '../world/outside-world.ts';
import { type Findings, noFindings } from './findings.ts';

/** The vault server's ear: it hears of every change once and in order, whatever crashes in between. */
export interface FeedFollower {
  /** Everything heard so far. */
  readonly heard: readonly CredentialStatusChange[];
  /** Hears what is new. */
  listen(): Promise<Findings>;
}

export function followFeed(baseUrl: string, world: OutsideWorld): FeedFollower {
  const heard: CredentialStatusChange[] = [];
  let head = 0;
  return {
    heard,
    async listen() {
      const { wrong, ...found } = noFindings();
      for (let more = true; more; ) {
        const page = await ask(head);
        for (const change of page.changes) {
          if (change.seq !== head + 1) wrong.push(`the feed has ${change.seq} after ${head}`);
          head = change.seq;
          heard.push(change);
        }
        if (page.head !== head) wrong.push(`the feed ends at ${page.head}, heard up to ${head}`);
        head = page.head;
        more = page.more;
      }
      return { ...found, wrong };
    },
  };

  async function ask(after: number) {
    const url = new URL(`${authorityPaths.statusChanges}?after=${after}`, baseUrl).href;
    const bearer = await world.signMessage(STATUS_QUESTION_TYPE, baseUrl, {});
    return statusChangesSchema.parse(await askFor(200, 'GET', url, { bearer }));
  }
}
