import { useText } from '../i18n/text.tsx';

/** What this device remembers, and making it forget. */
export function ThisDevice({
  forgotten,
  onForget,
}: {
  readonly forgotten: boolean;
  readonly onForget: () => void;
}) {
  const { text } = useText();
  return (
    <section aria-labelledby="device">
      <h2 id="device">{text('settings.device')}</h2>
      <ul>
        <li>{text('settings.device.choices')}</li>
        <li>{text('settings.device.seen')}</li>
        <li>{text('settings.device.begun')}</li>
        <li>{text('settings.device.signIn')}</li>
      </ul>
      <p>{text('settings.device.notData')}</p>
      <p>{text('settings.forgetHint')}</p>
      <button type="button" className="button" onClick={onForget}>
        {text('settings.forget')}
      </button>
      <div role="status">
        {forgotten && <p className="notice notice-good">{text('settings.forgotten')}</p>}
      </div>
    </section>
  );
}
