import type { ConformanceCase } from '../run/case.ts';
import { acpCases } from './acp/acp-cases.ts';
import { rootCases } from './acp/root-cases.ts';
import { browserCases } from './browser/browser-cases.ts';
import { challengeCases } from './challenge/challenge-cases.ts';
import { deriveCases } from './derive/derive-cases.ts';
import { corsCases } from './discovery/cors-cases.ts';
import { umaCases } from './discovery/uma-cases.ts';
import { vcCases } from './discovery/vc-cases.ts';
import { issueAnswerCases } from './issue/answer-cases.ts';
import { badBodyCases } from './issue/bad-body-cases.ts';
import { echoCases } from './issue/echo-cases.ts';
import { issueGrantCase, issueLibraryCases } from './issue/library-cases.ts';
import { issueRefusalCases } from './issue/refusal-cases.ts';
import { issueVcLibraryCases } from './issue/vc-library-cases.ts';
import { resourceFunctionCases } from './library/resource-function-cases.ts';
import { dpopCases } from './login/dpop-cases.ts';
import { queryCases } from './query/query-cases.ts';
import { permissionCases } from './read/permission-cases.ts';
import { tokenAtVaultCases } from './read/token-at-vault-cases.ts';
import { redirectCases } from './redirect/redirect-cases.ts';
import { showCases } from './show/show-cases.ts';
import { signatureCases } from './signature/signature-cases.ts';
import { statusCases } from './status/status-cases.ts';
import { statusListCases } from './status/status-list-cases.ts';
import { tokenCases } from './token/token-cases.ts';
import { tokenRefusalCases } from './token/token-refusal-cases.ts';
import { transportCases } from './transport/transport-cases.ts';
import { verifiedRequestCases } from './verified-request/verified-request-cases.ts';
import { verifyCases } from './verify/verify-cases.ts';

/** Every case, in the order of the story. */
export const cases: readonly ConformanceCase[] = [
  ...challengeCases,
  ...umaCases,
  ...vcCases,
  ...corsCases,
  ...issueLibraryCases,
  issueGrantCase,
  ...issueVcLibraryCases,
  ...issueAnswerCases,
  ...issueRefusalCases,
  ...badBodyCases,
  ...echoCases,
  ...verifiedRequestCases,
  ...showCases,
  ...statusCases,
  ...statusListCases,
  ...verifyCases,
  ...deriveCases,
  ...queryCases,
  ...tokenCases,
  ...tokenRefusalCases,
  ...permissionCases,
  ...resourceFunctionCases,
  ...tokenAtVaultCases,
  ...dpopCases,
  ...transportCases,
  ...signatureCases,
  ...acpCases,
  ...rootCases,
  ...redirectCases,
  ...browserCases,
];
