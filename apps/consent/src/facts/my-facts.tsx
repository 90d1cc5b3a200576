import { useText } from '../i18n/text.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { FactCard } from './fact-card.tsx';
import { useFacts } from './fact-queries.ts';
import { themes } from './fact-view.ts';

/** What is in my vault, in plain form. */
export function MyFacts() {
  const { text } = useText();
  const facts = useFacts();
  return (
    <>
      <PageTitle name={text('facts.title')}>{text('facts.title')}</PageTitle>
      <p className="intro">{text('facts.intro')}</p>
      <QueryState
        query={facts}
        isEmpty={(all) => all.length === 0}
        empty={<Empty what={text('facts.empty')} hint={text('facts.emptyHint')} />}
      >
        {(all) =>
          themes
            .map((theme) => [theme, all.filter((view) => view.theme === theme)] as const)
            .filter(([, views]) => views.length > 0)
            .map(([theme, views]) => (
              <section key={theme} aria-labelledby={`theme-${theme}`}>
                <h2 id={`theme-${theme}`}>{text(`theme.${theme}`)}</h2>
                {views.map((view) => (
                  <FactCard key={view.resource} view={view} />
                ))}
              </section>
            ))
        }
      </QueryState>
    </>
  );
}
