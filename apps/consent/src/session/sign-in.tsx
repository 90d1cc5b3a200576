import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import type { SignInProblem } from './create-session.ts';

/** What a citizen sees who is not signed in. */
export function SignIn({ problem }: { readonly problem: SignInProblem | undefined }) {
  const { text } = useText();
  const { session } = useServices();
  const [leaving, setLeaving] = useState(false);
  async function login() {
    setLeaving(true);
    await session.login();
    // Reached also while the browser is leaving the page; then this is not seen.
    setLeaving(false);
  }
  return (
    <>
      <PageTitle name={text('signIn.title')}>{text('signIn.title')}</PageTitle>
      <p className="intro">{text('signIn.intro')}</p>
      {problem && (
        <p className="notice notice-bad" role="alert">
          {text(`signIn.${problem}`)}
        </p>
      )}
      <p>
        <button
          type="button"
          className="button button-main"
          disabled={leaving}
          onClick={() => void login()}
        >
          {text('signIn.button')}
        </button>
      </p>
      <p className="quiet">{text('signIn.where')}</p>
      <section>
        <h2>{text('help.vault.title')}</h2>
        <p>{text('help.vault.text')}</p>
      </section>
      <section>
        <h2>{text('help.promise.title')}</h2>
        <p>{text('help.promise.text')}</p>
      </section>
    </>
  );
}
