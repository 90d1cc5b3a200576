import { covers } from '@grondslag/protocol';

/** Whether a grant on `granted` gives anything of `asked`: all of it, or a part inside it. */
export function overlaps(granted: string, asked: string, inherit = true): boolean {
  return covers(granted, asked, inherit) || covers(asked, granted);
}
