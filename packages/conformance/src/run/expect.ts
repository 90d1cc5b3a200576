/** A server did something else than it should. */
export class NotConformError extends Error {
  override readonly name = 'NotConformError';
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`expected ${expected}, came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** A case that cannot be tried here; the message says why. */
export class SkippedError extends Error {
  override readonly name = 'SkippedError';
}

/** Leaves the case out, with the reason. */
export function skip(reason: string): never {
  throw new SkippedError(reason);
}

/** @throws {NotConformError} when `holds` is falsy */
export function expectThat(holds: unknown, expected: string, came: unknown): asserts holds {
  if (!holds) throw new NotConformError(expected, show(came));
}

/** @throws {NotConformError} when the two differ as JSON */
export function expectEqual(what: string, came: unknown, wanted: unknown): void {
  if (JSON.stringify(came) !== JSON.stringify(wanted)) {
    throw new NotConformError(`${what}: ${show(wanted)}`, show(came));
  }
}

/** Expects the same texts in any order. */
export function expectSame(what: string, came: readonly unknown[], wanted: readonly unknown[]) {
  const sorted = (values: readonly unknown[]) => values.map(String).toSorted(compareText);
  expectEqual(what, sorted(came), sorted(wanted));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Expects one of these statuses; the answer's text is shown when it has another. */
export async function expectStatus(response: Response, ...wanted: number[]): Promise<void> {
  if (wanted.includes(response.status)) return;
  const text = response.bodyUsed ? '' : await response.text();
  throw new NotConformError(`status ${wanted.join(' or ')}`, `${response.status} ${show(text)}`);
}

/** Expects a 4xx: which one is another case's matter. */
export async function expectRefusal(response: Response): Promise<void> {
  if (response.status >= 400 && response.status < 500) return;
  const text = response.bodyUsed ? '' : await response.text();
  throw new NotConformError('a refusal (4xx)', `${response.status} ${show(text)}`);
}

/** Expects the attempt to throw, and resolves to what it threw. */
export async function expectThrows(expected: string, attempt: () => Promise<unknown>) {
  try {
    await attempt();
  } catch (error) {
    return error;
  }
  throw new NotConformError(expected, 'success');
}

const MAX_SHOWN = 400;

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
