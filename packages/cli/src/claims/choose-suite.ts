import {
  type Contexts,
  deriveCredential,
  type IssueOptions,
  type IssueSuite,
  issueCredential,
  type Suite,
} from '@grondslag/claims';
import { readBbsKey, readKey } from './read-key.ts';

/** `bbs-2023` is loaded when it is met: 120 ms a proof, and a library of its own. */
const loadBbs = () => import('@grondslag/claims/bbs');

/** Suites that are checked beside those that are always at hand. */
export const moreSuites: readonly Suite[] = [
  {
    name: 'bbs-2023',
    signs: 'rdf',
    verify: async (texts) => (await loadBbs()).bbs2023.verify(texts),
  },
];

/** Suites in which credentials can be issued. */
export const issueSuites: readonly (IssueSuite | 'bbs-2023')[] = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-sd-2023',
  'bbs-2023',
];

/** As `issueCredential`, with the key of a file. @throws {ClaimsError} @throws {UsageError} */
export async function issueInSuite(
  credential: object,
  suite: IssueSuite | 'bbs-2023',
  { key: file, folder }: { readonly key: string | undefined; readonly folder: string },
  { now, ...options }: Omit<IssueOptions<IssueSuite>, 'suite' | 'key'>,
): Promise<object> {
  if (suite === 'bbs-2023') {
    const key = await readBbsKey(file, folder);
    const { issueBbsCredential } = await loadBbs();
    return await issueBbsCredential(credential, { ...options, key });
  }
  const key = await readKey(file, folder);
  return await issueCredential(credential, { ...options, now, suite, key });
}

/** As `deriveCredential`, in the suite that the credential was issued in. @throws {ClaimsError} */
export async function deriveInSuite(
  credential: Readonly<Record<string, unknown>>,
  pointers: readonly string[],
  contexts?: Contexts,
): Promise<Record<string, unknown>> {
  const isBbs = (proof: unknown) => Object(proof).cryptosuite === 'bbs-2023';
  if (![credential['proof']].flat().some(isBbs))
    return await deriveCredential(credential, pointers, contexts);
  const { deriveBbsCredential } = await loadBbs();
  return await deriveBbsCredential(credential, pointers, undefined, contexts);
}
