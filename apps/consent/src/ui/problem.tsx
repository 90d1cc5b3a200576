import { useText } from '../i18n/text.tsx';
import { explainProblem } from './explain-problem.ts';

/** Says what went wrong, what it means and what can be done. */
export function Problem({
  error,
  retry,
  sending = false,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
  /** Whether a decision was being sent. */
  readonly sending?: boolean;
}) {
  const { text } = useText();
  const { what, means, help, code } = explainProblem(error, sending);
  return (
    <div className="notice notice-bad" role="alert">
      <h2>{text('problem.title')}</h2>
      <p>{text(what)}</p>
      <p>{text(means)}</p>
      <p>{text(help)}</p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {text('app.retry')}
        </button>
      )}
      <p className="quiet">{text('problem.code', { code })}</p>
    </div>
  );
}
