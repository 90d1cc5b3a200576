import { type Contexts, keptFor, shippedContexts } from '../canonicalize/contexts.ts';
import { canonicalizeProofConfig, type ProofConfig } from './proof-config.ts';

const SAMPLE = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2000-01-01T00:00:00Z',
  verificationMethod: 'https://sample.example/#key',
  proofPurpose: 'assertionMethod',
} as const;
const CREATED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const PLAIN_URL = /^(?:https?:\/\/|did:)[\w.~:/?#@!$&'()*+,;=%-]+$/;

/** The canonical text around the two values. */
type Template = readonly [string, string, string];

const templatesOf = keptFor(() => new Map<string, Template>());
const learningFor = keptFor(() => new Map<string, Promise<void>>());
const MAX_TEMPLATES = 100;

/**
 * The canonical text of a proof configuration, by what `learnTemplate` found; else `undefined`.
 *
 * Nearly every proof has these five members and differs only in `created` and `verificationMethod`. Both become
 * the object of their own line, and lines are sorted by predicate before they are by object, so the text of a
 * sample with the two values replaced is the text. `proof-template.test.ts` compares with full expansion.
 */
export function fillTemplate(
  context: unknown,
  config: ProofConfig,
  contexts: Contexts = shippedContexts,
): string | undefined {
  const { type, cryptosuite, created, verificationMethod, proofPurpose } = config;
  if (
    type !== SAMPLE.type ||
    cryptosuite !== SAMPLE.cryptosuite ||
    proofPurpose !== SAMPLE.proofPurpose ||
    typeof created !== 'string' ||
    !CREATED.test(created) ||
    typeof verificationMethod !== 'string' ||
    !PLAIN_URL.test(verificationMethod) ||
    Object.keys(config).length !== Object.keys(SAMPLE).length
  ) {
    return undefined;
  }
  const template = templatesOf(contexts).get(JSON.stringify(context));
  return template && template[0] + created + template[1] + verificationMethod + template[2];
}

/**
 * Works out the text for a context once, however many wait for it.
 *
 * @throws {ClaimsError} as `canonicalize`, for a context in which the sample is not a proof
 */
export async function learnTemplate(
  context: unknown,
  contexts: Contexts = shippedContexts,
): Promise<void> {
  const learning = learningFor(contexts);
  const key = JSON.stringify(context);
  if (templatesOf(contexts).has(key)) return;
  const known = learning.get(key);
  if (known !== undefined) return await known;
  const learned = learn(key, context, contexts).finally(() => learning.delete(key));
  learning.set(key, learned);
  await learned;
}

async function learn(key: string, context: unknown, contexts: Contexts): Promise<void> {
  const text = await canonicalizeProofConfig(context, SAMPLE, contexts);
  const [before = '', rest = ''] = text.split(SAMPLE.created);
  const [between = '', after = ''] = rest.split(SAMPLE.verificationMethod);
  const templates = templatesOf(contexts);
  if (templates.size >= MAX_TEMPLATES) templates.clear();
  templates.set(key, [before, between, after]);
}
