import { useText } from '../i18n/text.tsx';

/** Says that earlier choices are still there, with the way to do without them. */
export function BegunBefore({ onAnew }: { readonly onAnew: () => void }) {
  const { text } = useText();
  return (
    <div className="notice" role="status">
      <p>{text('request.begun.text')}</p>
      <p>
        <button type="button" className="button button-quiet" onClick={onAnew}>
          {text('request.begun.anew')}
        </button>
      </p>
    </div>
  );
}
