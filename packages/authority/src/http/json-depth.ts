/** Deepest nesting in JSON that anything here needs, and more. */
export const MAX_JSON_DEPTH = 32;

/** Whether arrays and objects in parsed JSON are nested deeper than `max`; without recursion itself. */
export function isDeeperThan(value: unknown, max: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > max) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null
        ? Object.values(one).filter((member) => typeof member === 'object' && member !== null)
        : [],
    );
  }
  return false;
}
