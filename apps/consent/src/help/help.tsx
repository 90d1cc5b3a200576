import { WithoutScreen } from '../counter/without-screen.tsx';
import { useText } from '../i18n/text.tsx';
import type { PlainKey } from '../i18n/words.ts';
import { useServices } from '../services.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';

const parts: readonly (readonly [title: PlainKey, ...texts: PlainKey[]])[] = [
  ['help.promise.title', 'help.promise.text'],
  ['help.vault.title', 'help.vault.text'],
  ['help.no.title', 'help.no.text'],
  ['help.part.title', 'help.part.text'],
  ['help.law.title', 'help.law.text'],
  ['help.objection.title', 'help.objection.text'],
  ['help.verified.title', 'help.verified.text', 'help.notVerified.text'],
  ['help.stop.title', 'help.stop.text'],
  ['help.device.title', 'help.device.text'],
];

/** The promise, and short answers. */
export function Help() {
  const { text } = useText();
  const { helping } = useServices();
  return (
    <>
      <PageTitle name={text('help.title')}>{text('help.title')}</PageTitle>
      {parts.map(([title, ...texts]) => (
        <section key={title}>
          <h2>{text(title)}</h2>
          {texts.map((key) => (
            <p key={key}>{text(key)}</p>
          ))}
        </section>
      ))}
      <WithoutScreen />
      {!helping && (
        <>
          <section>
            <h2>{text('helpers.link.title')}</h2>
            <p>{text('helpers.link.text')}</p>
            <Link to="helpers" className="button">
              {text('helpers.link.open')}
            </Link>
          </section>
          <section>
            <h2>{text('helpers.represent.title')}</h2>
            <p>{text('helpers.represent.text')}</p>
            <Link to="represented" className="button">
              {text('helpers.represent.open')}
            </Link>
          </section>
        </>
      )}
    </>
  );
}
