import '../ui/style/receipts.css';
import type { NewCardAnswer } from '@grondslag/protocol/counter';
import { useText } from '../i18n/text.tsx';

/** The number of a card, this once, to write down or print. */
export function CardNumber({ made: { number } }: { readonly made: NewCardAnswer }) {
  const { text } = useText();
  return (
    <div className="card" role="status">
      <p>
        <strong>{text('card.number')}</strong>
      </p>
      <p className="code-shown">{number}</p>
      <p>{text('card.once')}</p>
      <p>{text('card.use')}</p>
      <p>{text('card.careful')}</p>
    </div>
  );
}
