import type { LocalText } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { TheirWords } from './their-words.tsx';

/** Words of an organisation, clearly theirs. */
export function Quote({ by, words }: { readonly by: string; readonly words: LocalText }) {
  const { text } = useText();
  return (
    <figure className="quote">
      <figcaption>{text('app.quoteOf', { name: by })}</figcaption>
      <blockquote>
        <TheirWords words={words} />
      </blockquote>
    </figure>
  );
}
