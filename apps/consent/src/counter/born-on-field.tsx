import { useText } from '../i18n/text.tsx';

/** A date of birth: one's own, or of who stands at the counter. */
export function BornOnField({
  of,
  bornOn,
  error,
  onType,
}: {
  readonly of: 'card' | 'counter';
  readonly bornOn: string;
  /** Where it says what is wrong, and whether it does so of this field. */
  readonly error: { readonly id: string; readonly shown: boolean };
  readonly onType: (bornOn: string) => void;
}) {
  const { text } = useText();
  return (
    <label className="field">
      <span>{text(`${of}.bornOn`)}</span>
      <span className="quiet" id="born-hint">
        {text(`${of}.bornHint`)}
      </span>
      <input
        type="date"
        value={bornOn}
        aria-describedby={`born-hint ${error.id}`}
        aria-invalid={error.shown}
        onChange={({ target }) => onType(target.value)}
      />
    </label>
  );
}
