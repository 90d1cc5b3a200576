export { deriveBbsCredential } from '../suites/bbs/derive.ts';
export {
  type BbsIssueOptions,
  type BbsKey,
  generateBbsKey,
  issueBbsCredential,
} from '../suites/bbs/issue.ts';
export { bbs2023 } from '../suites/bbs/verify-derived.ts';
