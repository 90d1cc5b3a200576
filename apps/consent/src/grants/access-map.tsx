import '../ui/style/pictures.css';
import { useText } from '../i18n/text.tsx';
import type { AccessLink } from './access-links.ts';

/** Organisations on one side, facts on the other, lines between them; and the same as a table by fact. */
export function AccessMap({ links }: { readonly links: readonly AccessLink[] }) {
  const { text, list } = useText();
  const agencies = [...new Set(links.map(({ agency }) => agency))];
  const facts = [...new Set(links.map(({ fact }) => fact))];
  return (
    <section aria-labelledby="map">
      <h2 id="map">{text('map.title')}</h2>
      <figure className="access-map">
        {/* The table below says the same. */}
        <div className="access-map-picture" aria-hidden="true">
          <ul className="access-map-side">
            {agencies.map((agency) => (
              <li key={agency}>{agency}</li>
            ))}
          </ul>
          <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
            {links.map(({ agency, fact, ground }) => (
              <line
                key={JSON.stringify([agency, fact, ground])}
                className={`access-map-${ground}`}
                x1="0"
                y1={middleOf(agencies, agency)}
                x2="100"
                y2={middleOf(facts, fact)}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
          <ul className="access-map-side">
            {facts.map((fact) => (
              <li key={fact} className="starts-sentence">
                {fact}
              </li>
            ))}
          </ul>
        </div>
        <p className="legend" aria-hidden="true">
          <span className="legend-consent">{text('map.consent')}</span>
          <span className="legend-law">{text('map.law')}</span>
        </p>
        <figcaption>
          <details>
            <summary>{text('map.asTable')}</summary>
            <table className="table">
              <caption className="only-heard">{text('map.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{text('map.fact')}</th>
                  <th scope="col">{text('map.who')}</th>
                </tr>
              </thead>
              <tbody>
                {facts.map((fact) => (
                  <tr key={fact}>
                    <th scope="row" className="starts-sentence">
                      {fact}
                    </th>
                    <td>
                      {list(
                        links
                          .filter((link) => link.fact === fact)
                          .map(({ agency, ground }) => text(`map.seenBy.${ground}`, { agency })),
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </figcaption>
      </figure>
    </section>
  );
}

/** Where something stands in a column of lines of one height, in hundredths. */
function middleOf(all: readonly string[], one: string): number {
  return ((all.indexOf(one) + 0.5) / all.length) * 100;
}
