import { type ReactNode, useEffect, useState } from 'react';
import { type Language, languages } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { matchRoute, type RouteName } from '../routes.tsx';
import { Link } from './link.tsx';
import { usePlace } from './navigation.ts';

const MAIN = 'inhoud';
const MENU = 'menu';
const pages = [
  'home',
  'facts',
  'requests',
  'grants',
  'objections',
  'log',
  'receipts',
  'help',
] as const satisfies RouteName[];
/** Pages below a page of the menu. */
const menuPage: Partial<Record<RouteName, RouteName>> = {
  request: 'requests',
  grant: 'grants',
  stopGrant: 'grants',
  askRight: 'grants',
  lawfulAccess: 'grants',
  weighing: 'grants',
  object: 'grants',
  report: 'facts',
  objection: 'objections',
  correction: 'objections',
  notices: 'home',
  receipt: 'receipts',
  letter: 'help',
  counterEntries: 'help',
  counter: 'help',
  helpers: 'help',
  inviteHelper: 'help',
  helper: 'help',
  becomeHelper: 'help',
};

/** For everybody, also before the sign-in: below every page. */
const footer = ['settings', 'accessibility', 'help'] as const satisfies RouteName[];

/** What is around every page: skip link, name, language, menu with sign out, and what is below. */
export function Layout({
  signedIn,
  onSignOut,
  children,
}: {
  readonly signedIn: boolean;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}) {
  const { text } = useText();
  const { moves } = usePlace();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move closes the menu
  useEffect(() => setOpen(false), [moves]);
  return (
    <>
      <a className="skip" href={`#${MAIN}`}>
        {text('app.skip')}
      </a>
      <header className="top">
        <div className="top-in">
          <p className="brand">
            <Link to="home">{text('app.name')}</Link>
          </p>
          {signedIn && (
            <button
              type="button"
              className="button menu-button"
              aria-expanded={open}
              aria-controls={MENU}
              onClick={() => setOpen(!open)}
            >
              {text('app.menu')}
            </button>
          )}
          <LanguageSwitch />
        </div>
        {signedIn && <Menu open={open} onSignOut={onSignOut} />}
      </header>
      <main id={MAIN} tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <ul>
          {footer.map((page) => (
            <li key={page}>
              <Link to={page}>{text(`nav.${page}`)}</Link>
            </li>
          ))}
        </ul>
      </footer>
    </>
  );
}

/** Main menu; on a narrow screen only there after the menu button. */
function Menu({ open, onSignOut }: { readonly open: boolean; readonly onSignOut: () => void }) {
  const { text } = useText();
  const { pathname } = usePlace();
  const match = matchRoute(pathname);
  const current = match && (menuPage[match.name] ?? match.name);
  return (
    <nav id={MENU} aria-label={text('app.navigation')} className={open ? 'menu' : 'menu closed'}>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <Link to={page} current={page === current}>
              {text(`nav.${page}`)}
            </Link>
          </li>
        ))}
        <li className="sign-out">
          <button type="button" className="button button-quiet" onClick={onSignOut}>
            {text('app.signOut')}
          </button>
        </li>
      </ul>
    </nav>
  );
}

function LanguageSwitch() {
  const { text } = useText();
  const { language, choose } = useLanguage();
  return (
    <ul className="languages" aria-label={text('app.language')}>
      {(Object.keys(languages) as Language[]).map((one) => (
        <li key={one}>
          <button
            type="button"
            lang={one}
            aria-pressed={one === language}
            onClick={() => choose(one)}
          >
            {languages[one]}
          </button>
        </li>
      ))}
    </ul>
  );
}
