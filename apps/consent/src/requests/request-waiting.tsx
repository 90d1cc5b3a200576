import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { usePlace } from '../ui/navigation.ts';
import { pageOf } from './steps.ts';

/** A question that is on its way, with what its first page says whoever asks. */
export function RequestWaiting() {
  const { text } = useText();
  const { helping } = useServices();
  const { search } = usePlace();
  const isWho = pageOf(search) === 'who' && helping?.kind !== 'helper';
  return (
    <>
      {isWho && <p className="intro">{text('request.who.howItWorks')}</p>}
      <p className="loading" aria-busy="true">
        {text('request.waiting')}
      </p>
    </>
  );
}
