import { useParticipants } from '../agencies/agency-queries.ts';
import { sourcesOf } from '../corrections/known-sources.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { claimTypeAt } from './themes.ts';

/** Whom to ask about a fact when nobody can be told of an error in it: the sources of its kind, else the vault provider. */
export function WhomToAsk({ resource }: { readonly resource: string }) {
  const { text, list } = useText();
  const { language } = useLanguage();
  const sources = sourcesOf(claimTypeAt(resource), useParticipants().data, language);
  return (
    <p>
      {sources.length > 0
        ? text('facts.askSources', { sources: list(sources) })
        : text('facts.askProvider')}
    </p>
  );
}
