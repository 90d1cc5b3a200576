import lighthouse from 'lighthouse';

/** The least each score may be, of 100. */
export const floors = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
export type Category = keyof typeof floors;
export const categories = Object.keys(floors) as readonly Category[];

/** What one run of Lighthouse found. */
export interface Run {
  /** Of 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Milliseconds; layout shift is a number of its own. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What cost points, with what Lighthouse says of it. */
  readonly costs: readonly string[];
  readonly versions: { readonly lighthouse: string; readonly chromium: string };
}

const metrics = {
  firstContentfulPaint: 'first-contentful-paint',
  largestContentfulPaint: 'largest-contentful-paint',
  totalBlockingTime: 'total-blocking-time',
  speedIndex: 'speed-index',
  cumulativeLayoutShift: 'cumulative-layout-shift',
};

/** One run in its default form: a telephone, slow 4G and a processor four times slower, both computed. */
export async function measurePage(url: string, port: number): Promise<Run> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    // the sign-in, in IndexedDB, stays; what was loaded before goes
    clearStorageTypes: ['file_systems', 'shader_cache', 'service_workers', 'cache_storage'],
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (lhr.finalDisplayedUrl !== url) {
    throw new Error(`Expected to measure ${url}, came to ${lhr.finalDisplayedUrl}.`);
  }
  const score = (category: Category) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    },
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, id]) => [
        name,
        lhr.audits[id]?.numericValue ?? Number.NaN,
      ]),
    ),
    costs: categories
      .flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter((audit) => audit?.score != null && audit.score < 0.9)
      .map((audit) => `${audit?.id}: ${audit?.displayValue ?? audit?.title}`),
    versions: {
      lighthouse: lhr.lighthouseVersion,
      chromium: /Chrome\/([\d.]+)/.exec(lhr.environment.hostUserAgent)?.[1] ?? 'unknown',
    },
  };
}
