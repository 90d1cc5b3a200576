import { useText } from '../i18n/text.tsx';
import { explainProblem } from './explain-problem.ts';
import { PageTitle } from './page-title.tsx';

/** In place of a page whose code did not load. */
export function PageNotLoaded({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  const { text } = useText();
  const { what, means, help, code } = explainProblem(error, false);
  return (
    <>
      <PageTitle name={text(what)}>{text(what)}</PageTitle>
      <div className="notice notice-bad" role="alert">
        <p>{text(means)}</p>
        <p>{text(help)}</p>
        <button type="button" className="button" onClick={retry}>
          {text('app.retry')}
        </button>
        <p className="quiet">{text('problem.code', { code })}</p>
      </div>
    </>
  );
}
