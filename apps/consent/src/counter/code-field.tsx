import { useText } from '../i18n/text.tsx';

/** Where the code of a letter, or at a counter the number of a card, is typed: in any spelling. */
export function CodeField({
  code,
  error,
  orCard = false,
  onType,
}: {
  readonly code: string;
  /** Id of what is said about a mistake, and whether there is one. */
  readonly error: { readonly id: string; readonly shown: boolean };
  readonly orCard?: boolean;
  readonly onType: (code: string) => void;
}) {
  const { text } = useText();
  return (
    <label className="field">
      <span>{text(orCard ? 'counter.codeOrCard' : 'counter.code')}</span>
      <span className="quiet" id="code-hint">
        {text(orCard ? 'counter.codeOrCardHint' : 'counter.codeHint')}
      </span>
      <input
        type="text"
        className="code-field"
        value={code}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={`code-hint ${error.id}`}
        aria-invalid={error.shown}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}
