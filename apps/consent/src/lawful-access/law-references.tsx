import { article6Of, type LawfulAccessView } from '@grondslag/legal-basis';
import { useLanguage, useText } from '../i18n/text.tsx';
import { provisionInWords } from './law-words.ts';

/** The provisions an access rests on, or what it rests on instead; each with the place where anybody can read it when that is known. */
export function LawReferences({ view }: { readonly view: LawfulAccessView }) {
  const words = useText();
  const { language } = useLanguage();
  const { lawRefs } = view.access;
  const letter = article6Of(view.access.basis);
  if (lawRefs.length === 0) {
    const needsNone = letter === 'd' || letter === 'f';
    return <dd>{words.text(needsNone ? `lawInfo.basis.${letter}` : 'law.noLaw')}</dd>;
  }
  return lawRefs.map((reference) => {
    const name = provisionInWords(reference, view, language, words);
    const law = view.information.laws?.find(
      ({ identifier }) => identifier === reference.identifier,
    );
    return (
      <dd key={`${reference.identifier} ${reference.article}`}>
        {law ? (
          <a href={law.publishedAt} rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </dd>
    );
  });
}
