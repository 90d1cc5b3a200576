import { AuthorityError } from '../authority/authority-error.ts';
import { VaultError } from '../facts/vault-error.ts';
import type { PlainKey } from '../i18n/words.ts';
import { OfflineError } from '../session/offline-error.ts';
import { PageCodeError } from './page-code-error.ts';

/** What happened, what it means for the citizen, and what they can do. */
export interface Explained {
  readonly what: PlainKey;
  readonly means: PlainKey;
  readonly help: PlainKey;
  /** Stable code for whoever helps; never personal data. */
  readonly code: string;
}

function explained(
  name:
    | 'offline'
    | 'page'
    | 'authority'
    | 'vault'
    | 'signedOut'
    | 'notAllowed'
    | 'answered'
    | 'refused'
    | 'unexpected',
  code: string,
) {
  return {
    what: `problem.${name}.what`,
    means: `problem.${name}.means`,
    help: `problem.${name}.do`,
    code,
  } as const;
}

/** Explains a failure. `sending` tells that a decision was on its way. */
export function explainProblem(error: unknown, sending: boolean): Explained {
  if (error instanceof OfflineError) return explained('offline', error.code);
  if (error instanceof PageCodeError) {
    const page = explained('page', error.code);
    return error.code === 'page_offline' ? { ...page, what: 'problem.page.offline' } : page;
  }
  if (error instanceof VaultError) return explained('vault', error.code);
  if (error instanceof AuthorityError && error.code === 'unreachable' && !sending) {
    return explained('authority', 'authority_unreachable');
  }
  if (!(error instanceof AuthorityError) || error.code === 'unreachable') {
    return {
      what: 'problem.unreachable.what',
      means: sending ? 'problem.sending.means' : 'problem.unreachable.means',
      help: sending ? 'problem.sending.do' : 'problem.unreachable.do',
      code: 'unreachable',
    };
  }
  const code = error.problem?.code ?? `${error.code}_${error.status ?? 0}`;
  const status = error.status ?? 0;
  if (error.code === 'unexpected_answer' || status >= 500) return explained('unexpected', code);
  if (status === 401) return explained('signedOut', code);
  if (status === 403) return explained('notAllowed', code);
  if (status === 409 || status === 410) return explained('answered', code);
  return sending ? explained('refused', code) : explained('unexpected', code);
}
