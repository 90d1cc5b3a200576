import { useText } from '../i18n/text.tsx';
import { CodeProblem } from './code-problem.tsx';

/** What stopping cannot undo, then stopping and leaving it, equally easy; only leaving where nothing can be stopped. */
export function StopActions({
  stop,
  canStop = true,
  onLeave,
}: {
  readonly stop: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: () => void;
  };
  readonly canStop?: boolean;
  readonly onLeave: () => void;
}) {
  const { text } = useText();
  return (
    <>
      {canStop && <p>{text('counter.cannotUndo')}</p>}
      {stop.error && <CodeProblem error={stop.error} sending />}
      <div className="actions actions-equal">
        {canStop && (
          <button
            type="button"
            className="button button-choice"
            disabled={stop.isPending}
            onClick={() => stop.mutate()}
          >
            {text('counter.stop')}
          </button>
        )}
        <button
          type="button"
          className="button button-choice"
          disabled={stop.isPending}
          onClick={onLeave}
        >
          {text(canStop ? 'counter.leave' : 'counter.next')}
        </button>
      </div>
      <p aria-live="polite">{stop.isPending && text('request.summary.sending')}</p>
    </>
  );
}
