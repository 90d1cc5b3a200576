import type { AccessGrant } from '@grondslag/protocol';
import type { NameFact } from '../facts/fact-queries.ts';
import { grantedFacts } from '../grants/granted-facts.ts';
import { useText } from '../i18n/text.tsx';
import { pathTo, shortId } from '../routes.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { goTo } from '../ui/navigation.ts';
import { Problem } from '../ui/problem.tsx';
import { useConsentsToConfirm, useHelperChange } from './helper-queries.ts';

/**
 * What a parent said yes to, asked of who is of age now. Yes and no are as easy as each other; doing nothing ends it.
 * Nothing is shown where nothing waits.
 */
export function ConsentsToConfirm({
  title,
  grants,
  agencyOf,
  names,
}: {
  /** Above them; default: that one is of age now. */
  readonly title?: string;
  readonly grants: readonly AccessGrant[];
  readonly agencyOf: (grant: AccessGrant) => string;
  readonly names: NameFact;
}) {
  const words = useText();
  const { text, day, list } = words;
  const announce = useAnnounce();
  const waiting = useConsentsToConfirm();
  const confirm = useHelperChange((client, grant: string) => client.confirmConsent(grant));
  const shown = (waiting.data ?? []).flatMap((one) => {
    const grant = grants.find(({ id }) => id === one.grant);
    return grant ? [{ ...one, grant }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="of-age">
      <h2 id="of-age">{title ?? text('ofAge.title')}</h2>
      <p>{text('ofAge.text')}</p>
      {confirm.error && <Problem error={confirm.error} sending />}
      <ul className="plain">
        {shown.map(({ grant, confirmBefore }) => {
          const agency = agencyOf(grant);
          return (
            <li key={grant.id} className="card">
              <p>
                {text('ofAge.sees', { agency, facts: list(grantedFacts(grant, names, words)) })}{' '}
                {text('ofAge.ends', { date: day(new Date(confirmBefore)) })}
              </p>
              <div className="actions actions-equal">
                <button
                  type="button"
                  className="button button-choice"
                  disabled={confirm.isPending}
                  onClick={() =>
                    confirm.mutate(grant.id, {
                      onSuccess: () => announce(text('ofAge.kept', { agency })),
                    })
                  }
                >
                  {text('ofAge.keep', { agency })}
                </button>
                <button
                  type="button"
                  className="button button-choice"
                  onClick={() => goTo(pathTo('stopGrant', shortId(grant.id)))}
                >
                  {text('ofAge.stop', { agency })}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
