import '../ui/style/settings.css';
import { useState, useSyncExternalStore } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { readTheme, showTheme } from '../theme/theme.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { ChooseLanguage } from './choose-language.tsx';
import { ChooseTheme } from './choose-theme.tsx';
import { forgetDevice } from './forget-device.ts';
import { ThisDevice } from './this-device.tsx';

/** How the app looks and speaks on this device, and what the device remembers. */
export function Settings() {
  const { text } = useText();
  const { session } = useServices();
  const { forget } = useLanguage();
  const signedIn = useSyncExternalStore(
    session.subscribe,
    () => session.state.status === 'signed_in',
  );
  const [theme, setTheme] = useState(() => readTheme(localStorage));
  const [forgotten, setForgotten] = useState(false);
  return (
    <>
      <PageTitle name={text('settings.title')}>{text('settings.title')}</PageTitle>
      <p className="intro">{text('settings.intro')}</p>
      <ChooseLanguage />
      <ChooseTheme chosen={theme} onChoose={setTheme} />
      <ThisDevice
        forgotten={forgotten}
        onForget={() => {
          forgetDevice(localStorage, sessionStorage);
          showTheme(window, 'system');
          setTheme('system');
          forget();
          setForgotten(true);
        }}
      />
      {signedIn && (
        <section aria-labelledby="sign-out">
          <h2 id="sign-out">{text('app.signOut')}</h2>
          <p>{text('settings.signOut')}</p>
          <button type="button" className="button" onClick={() => void session.logout()}>
            {text('settings.signOutNow')}
          </button>
        </section>
      )}
    </>
  );
}
