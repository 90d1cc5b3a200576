import { useText } from '../i18n/text.tsx';

/** Where the code of a letter is typed: in any spelling. */
export function CodeField({
  code,
  error,
  onType,
}: {
  readonly code: string;
  /** Id of what is said about a mistake, and whether there is one. */
  readonly error: { readonly id: string; readonly shown: boolean };
  readonly onType: (code: string) => void;
}) {
  const { text } = useText();
  return (
    <label className="field">
      <span>{text('counter.code')}</span>
      <span className="quiet" id="code-hint">
        {text('counter.codeHint')}
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
