import { useText } from '../i18n/text.tsx';
import type { Words } from '../i18n/words.ts';
import type { LookLine } from './group-looks.ts';

/** "uw vragen en wie wat kan zien" */
export function looksInWords(kinds: LookLine['kinds'], { text, list }: Words): string {
  return list(kinds.map((kind) => text(`log.look.${kind}`)));
}

/** What one helper looked through on one day. */
export function LookSentence({
  line: { kinds },
  name,
}: {
  readonly line: LookLine;
  readonly name: string;
}) {
  const words = useText();
  const what = looksInWords(kinds, words);
  return (
    <li>
      <p>{words.text('log.looked', { name, what })}</p>
    </li>
  );
}
