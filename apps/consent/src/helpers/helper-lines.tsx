import type { HelperView } from '@grondslag/protocol/v1';
import { useText } from '../i18n/text.tsx';
import { mayOf, themesOf } from './helper-words.ts';

/** What was agreed: about what, what for, until when. */
export function HelperLines({
  helper,
}: {
  readonly helper: Pick<HelperView, 'themes' | 'may' | 'until'>;
}) {
  const words = useText();
  const { text, until } = words;
  return (
    <dl className="lines">
      <div>
        <dt>{text('helpers.about')}</dt>
        <dd className="value">{themesOf(helper, words)}</dd>
      </div>
      <div>
        <dt>{text('helpers.may')}</dt>
        <dd>{mayOf(helper, words)}</dd>
      </div>
      <div>
        <dt>{text('helpers.until')}</dt>
        <dd>{until(new Date(helper.until))}</dd>
      </div>
    </dl>
  );
}
