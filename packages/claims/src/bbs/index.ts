export {
  type BbsKey,
  type BbsPrivateJwk,
  exportBbsKey,
  generateBbsKey,
  importBbsKey,
} from '../suites/bbs/bbs-key.ts';
export { deriveBbsCredential } from '../suites/bbs/derive.ts';
export { type BbsIssueOptions, issueBbsCredential } from '../suites/bbs/issue.ts';
export { bbs2023 } from '../suites/bbs/verify-derived.ts';
