import { type HelperLook, type HelperLookKind, helperLookKindSchema } from '@grondslag/protocol/v1';

/** One sentence of the log: a helper looked through these on one day. */
export interface LookLine {
  /** Id of the helper. */
  readonly helper: string;
  readonly kinds: readonly HelperLookKind[];
}

/** What helpers looked through, by the start of the day where the citizen is. */
export function groupLooks(looks: readonly HelperLook[]): ReadonlyMap<number, LookLine[]> {
  const byDay = Map.groupBy(looks, ({ at }) => startOfDay(new Date(at)));
  return new Map(
    [...byDay].map(([day, ofDay]) => [
      day,
      [...Map.groupBy(ofDay, ({ helper }) => helper)].map(([helper, all]) => ({
        helper,
        kinds: helperLookKindSchema.options.filter((one) => all.some(({ kind }) => kind === one)),
      })),
    ]),
  );
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
