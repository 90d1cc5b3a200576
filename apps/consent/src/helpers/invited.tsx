import '../ui/style/people.css';
import type { InvitedHelper } from '@grondslag/protocol/v1';
import { useText } from '../i18n/text.tsx';
import { pathTo } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { nameOf } from './name-of.ts';

/** The code, told once: to be read out, or sent as a link. It is behind the `#`, so no server sees it on the way. */
export function Invited({ invited: { helper, code = '' } }: { readonly invited: InvitedHelper }) {
  const { text, day } = useText();
  const name = nameOf(helper);
  const link = `${location.origin}${pathTo('becomeHelper')}#${code}`;
  return (
    <>
      <PageTitle key="invited" name={text('helpers.invited.title')}>
        {text('helpers.invited.title')}
      </PageTitle>
      <p className="intro">{text('helpers.invited.text', { name })}</p>
      <dl className="lines card">
        <div>
          <dt>{text('helpers.invited.code')}</dt>
          <dd className="value code">{code}</dd>
        </div>
        <div>
          <dt>{text('helpers.invited.link')}</dt>
          <dd className="code">{link}</dd>
        </div>
      </dl>
      <p>
        {text('helpers.invited.until', {
          date: day(new Date(helper.acceptBefore ?? helper.until)),
        })}
      </p>
      <p>{text('helpers.invited.after', { name })}</p>
      <Link to="helpers" className="button button-main">
        {text('helpers.toList')}
      </Link>
    </>
  );
}
