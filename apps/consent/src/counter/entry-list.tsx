import '../ui/style/counter.css';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useEntries } from './counter-queries.ts';
import { entrySentence, sightingInWords } from './entry-words.ts';
import { MyCard } from './my-card.tsx';

/** What clerks did with letters to the citizen: opened, answered, stopped. */
export function EntryList() {
  const words = useText();
  const { text, fullDay, time } = words;
  const { language } = useLanguage();
  return (
    <>
      <PageTitle name={text('entries.title')}>{text('entries.title')}</PageTitle>
      <p className="intro">{text('entries.intro')}</p>
      <QueryState
        query={useEntries()}
        isEmpty={(entries) => entries.length === 0}
        empty={<Empty what={text('entries.empty')} hint={text('entries.emptyHint')} />}
      >
        {(entries) => (
          <ol className="plain entries">
            {entries.map((entry) => {
              const at = new Date(entry.at);
              return (
                <li key={entry.id}>
                  <p className="quiet">{`${fullDay(at)}, ${time(at)}`}</p>
                  <p>{entrySentence(entry, language, words)}</p>
                  {entry.sighting && <p className="quiet">{sightingInWords(entry, words)}</p>}
                </li>
              );
            })}
          </ol>
        )}
      </QueryState>
      <MyCard />
      <p>{text('entries.wrong')}</p>
      <Link to="grants" className="button">
        {text('nav.grants')}
      </Link>
    </>
  );
}
