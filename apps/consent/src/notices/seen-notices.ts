import type { Notice } from '@grondslag/legal-basis';
import { isOpenNotice, type OpenNotice } from './open-notice.ts';

const KEY = 'seen-notices';
/** Ids kept at most: older ones are far down the list. */
const MAX_KEPT = 500;

type Reading = Pick<Storage, 'getItem'>;
type Writing = Reading & Pick<Storage, 'setItem'>;

/** Ids of notices that were on screen on this device. Random numbers: they say nothing about anybody. */
export function readSeen(storage: Reading): ReadonlySet<string> {
  try {
    return new Set(storage.getItem(KEY)?.split(' '));
  } catch {
    return new Set();
  }
}

/**
 * Notices not on screen before, newest first, as they came. Of each access only the last one: those before it may not
 * be true any more. What the citizen did alone is no news.
 */
export function unseen(notices: readonly Notice[], seen: ReadonlySet<string>): OpenNotice[] {
  const open = notices.filter(isOpenNotice);
  const last = new Map(open.toReversed().map((notice) => [notice.access, notice]));
  return open.filter(
    (notice) =>
      last.get(notice.access) === notice &&
      notice.kind !== 'objection-received' &&
      !seen.has(notice.id),
  );
}

/** Remembers that notices were on screen; does nothing when storage is closed. */
export function markSeen(storage: Writing, ids: readonly string[]): void {
  const seen = readSeen(storage);
  const fresh = ids.filter((id) => !seen.has(id));
  if (fresh.length === 0) return;
  try {
    storage.setItem(KEY, [...seen, ...fresh].slice(-MAX_KEPT).join(' '));
  } catch {
    // They will be called new once more.
  }
}

/** Remembers that all notices about one access were on screen. */
export function markAccessSeen(storage: Writing, notices: readonly Notice[], access: string): void {
  const about = notices.filter(isOpenNotice).filter((notice) => notice.access === access);
  markSeen(
    storage,
    about.map(({ id }) => id),
  );
}
