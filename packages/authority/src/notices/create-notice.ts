import type { LawfulAccess, Notice, NoticeKind } from '@grondslag/legal-basis';
import { createUuidV7 } from '../credentials/credential-id.ts';
import { hiddenUntil } from '../lawful-access/lawful-access-url.ts';
import type { NewNotice } from './notice-store.ts';

/** What a citizen is told about lawful access; later, when all of it is told later. */
export function createNotice(
  kind: NoticeKind,
  access: LawfulAccess,
  now: Date,
  more: Pick<Extract<Notice, { delayed: false }>, 'objection' | 'information'> = {},
): NewNotice {
  const until = hiddenUntil(access);
  return {
    citizen: access.citizen,
    ...(until !== undefined && until > now && { hiddenUntil: until }),
    notice: {
      id: createUuidV7(now),
      delayed: false,
      kind,
      at: now.toISOString(),
      agency: access.agency,
      access: access.id,
      ...more,
    },
  };
}
