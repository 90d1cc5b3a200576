import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/icon.tsx';
import { fileName } from './fact-view.ts';
import { fileKindOf, type OwnFile } from './own-file.ts';

/** Files that the citizen put in the vault: shown as such, never as verified. */
export function OwnFiles({ files }: { readonly files: readonly OwnFile[] }) {
  const { text, day } = useText();
  return (
    <section aria-labelledby="own-files">
      <h2 id="own-files">{text('files.title')}</h2>
      <p>{text('files.intro')}</p>
      {files.map((file) => (
        <article key={file.resource} className="card">
          <h3>{fileName(file.resource)}</h3>
          <dl className="lines">
            <div>
              <dt>{text('facts.source')}</dt>
              <dd>{text('files.you')}</dd>
            </div>
            <div>
              <dt>{text('files.kind')}</dt>
              <dd>{text(`files.kind.${fileKindOf(file)}`)}</dd>
            </div>
            {file.changedAt && (
              <div>
                <dt>{text('files.changed')}</dt>
                <dd>{day(file.changedAt)}</dd>
              </div>
            )}
            <div>
              <dt>{text('facts.check')}</dt>
              <dd>
                <span className="mark mark-bad">
                  <Icon name="bad" /> {text('facts.notVerified')}
                </span>
                <span className="mark-why">{text('files.whatToDo')}</span>
              </dd>
            </div>
          </dl>
        </article>
      ))}
    </section>
  );
}
