import { useText } from '../i18n/text.tsx';
import type { Known } from '../lawful-access/law-words.ts';
import type { OpenNotice } from './open-notice.ts';

/** The right to object, apart from all else, the first time the citizen is told (Article 21(4) GDPR). */
export function MayObject({
  notice: { kind, access },
  known,
}: {
  readonly notice: OpenNotice;
  readonly known: Known;
}) {
  const { text } = useText();
  const view = known.accesses.find((one) => one.access.id === access);
  const mayObject = view?.rights.some(({ action }) => action === 'object');
  if (kind !== 'access-given' || !mayObject) return null;
  return (
    <p>
      <strong>{text('notice.mayObject')}</strong>
    </p>
  );
}
