import { factKinds } from '@grondslag/vocab/fact-kinds';
import { useCorrections } from '../corrections/correction-queries.ts';
import { useText } from '../i18n/text.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { FactCard } from './fact-card.tsx';
import { useFacts, useOwnFiles } from './fact-queries.ts';
import { OwnFiles } from './own-files.tsx';
import { themeInWords, themes } from './themes.ts';

/** What is in my vault, in plain form. */
export function MyFacts() {
  const words = useText();
  const { text } = words;
  const facts = useFacts();
  const files = useOwnFiles();
  const reports = useCorrections();
  const kinds = words.list(
    Object.values(factKinds.kinds).map((one) => one.kindPhrase[words.language]),
  );
  return (
    <>
      <PageTitle name={text('facts.title')}>{text('facts.title')}</PageTitle>
      <p className="intro">{text('facts.intro')}</p>
      <QueryState
        query={facts}
        isEmpty={(all) => all.length === 0}
        empty={<Empty what={text('facts.empty')} hint={text('facts.emptyHint', { kinds })} />}
      >
        {(all) =>
          themes
            .map((theme) => [theme, all.filter((view) => view.theme === theme)] as const)
            .filter(([, views]) => views.length > 0)
            .map(([theme, views]) => (
              <section key={theme} aria-labelledby={`theme-${theme}`}>
                <h2 id={`theme-${theme}`}>{themeInWords(theme, words)}</h2>
                {views.map((view) => (
                  <FactCard
                    key={view.resource}
                    view={view}
                    report={reports.data?.find(
                      ({ correction }) =>
                        correction.resource === view.resource && !correction.reportedBy,
                    )}
                  />
                ))}
              </section>
            ))
        }
      </QueryState>
      {/* Most citizens have none: nothing is said then. */}
      {facts.data && (
        <QueryState query={files} isEmpty={(all) => all.length === 0} empty={null}>
          {(all) => <OwnFiles files={all} />}
        </QueryState>
      )}
    </>
  );
}
