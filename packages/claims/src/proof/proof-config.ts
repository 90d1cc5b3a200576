import { canonicalize } from './canonicalize.ts';

/** A proof without `proofValue`, and without the context it takes from the document. */
export interface ProofConfig {
  readonly type?: unknown;
  readonly cryptosuite?: unknown;
  readonly created?: unknown;
  readonly verificationMethod?: unknown;
  readonly proofPurpose?: unknown;
  readonly [other: string]: unknown;
}

/**
 * Canonical N-Quads of a proof configuration. Its context is that of the document.
 *
 * @throws {ClaimsError} as `canonicalize`
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#proof-configuration-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.5}
 */
export async function canonicalizeProofConfig(
  context: unknown,
  config: ProofConfig,
): Promise<string> {
  return (await fillTemplate(context, config)) ?? (await canonicalizeInFull(context, config));
}

/** As `canonicalizeProofConfig`, without the template. */
export async function canonicalizeInFull(context: unknown, config: ProofConfig): Promise<string> {
  return await canonicalize({ ...config, '@context': context });
}

const SAMPLE = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2000-01-01T00:00:00Z',
  verificationMethod: 'https://sample.example/#key',
  proofPurpose: 'assertionMethod',
} as const;
const CREATED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const PLAIN_URL = /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/;

const templates = new Map<string, Promise<string>>();
const MAX_TEMPLATES = 100;

/**
 * Nearly every proof has these five members and differs only in `created` and `verificationMethod`. Both
 * become the object of their own line, and lines are sorted by predicate before they are by object, so the
 * canonical text of a sample with the two values replaced is the canonical text. Any other proof:
 * `undefined`. `proof-config.test.ts` compares both ways.
 */
async function fillTemplate(context: unknown, config: ProofConfig): Promise<string | undefined> {
  const { created, verificationMethod, ...fixed } = config;
  if (
    Object.keys(fixed).length !== 3 ||
    fixed.type !== SAMPLE.type ||
    fixed.cryptosuite !== SAMPLE.cryptosuite ||
    fixed.proofPurpose !== SAMPLE.proofPurpose ||
    typeof created !== 'string' ||
    !CREATED.test(created) ||
    typeof verificationMethod !== 'string' ||
    !PLAIN_URL.test(verificationMethod)
  ) {
    return undefined;
  }
  const template = await templateFor(context);
  // A function as replacement: `$` has no meaning in it.
  return template
    .replace(SAMPLE.created, () => created)
    .replace(SAMPLE.verificationMethod, () => verificationMethod);
}

function templateFor(context: unknown): Promise<string> {
  const key = JSON.stringify(context);
  let template = templates.get(key);
  if (!template) {
    if (templates.size >= MAX_TEMPLATES) templates.clear();
    template = canonicalizeInFull(context, SAMPLE);
    // A context that fails must not be remembered: the error belongs to one document.
    template.catch(() => templates.delete(key));
    templates.set(key, template);
  }
  return template;
}
