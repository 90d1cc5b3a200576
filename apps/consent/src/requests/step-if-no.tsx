import { useText } from '../i18n/text.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { Quote } from '../ui/quote.tsx';
import type { ShownRequest } from './shown-request.ts';
import { type Moves, StepFrame } from './step-frame.tsx';

/** What a no means, and the way to the same service without the vault. */
export function StepIfNo({
  shown,
  moves,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
}) {
  const { text } = useText();
  return (
    <StepFrame step="ifNo" title={text('request.ifNo.title')} moves={moves}>
      <p>{text('request.ifNo.text', { agency: shown.agency.name })}</p>
      <OtherRoute shown={shown} />
    </StepFrame>
  );
}

/** The other route, in the agency's words; an address is shown, not linked. */
export function OtherRoute({ shown }: { readonly shown: ShownRequest }) {
  const { text } = useText();
  const { agency, explanation } = shown;
  const route = explanation?.otherRoute;
  return (
    <section aria-labelledby="other-route">
      <h2 id="other-route">{text('request.ifNo.otherRoute')}</h2>
      {!route && <p className="notice">{text('request.ifNo.noRoute', { agency: agency.name })}</p>}
      {route && <Quote by={agency.name} words={route.text} />}
      {(route?.phone || route?.url) && (
        <dl className="lines">
          {route.phone && (
            <div>
              <dt>{text('request.ifNo.phone')}</dt>
              <dd>{plainWords(route.phone, 40)}</dd>
            </div>
          )}
          {route.url && (
            <div>
              <dt>{text('request.ifNo.website')}</dt>
              <dd>{plainWords(route.url, 200)}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}
