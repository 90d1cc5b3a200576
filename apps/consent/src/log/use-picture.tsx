import '../ui/style/pictures.css';
import type { ReadRecord } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { countByDay } from './use-by-day.ts';

const DAYS = 30;
const HEIGHT = 10;

/** Who looked when, in the last month: a bar a day for each organisation, and the same as a table. */
export function UsePicture({
  records,
  nameOf,
}: {
  readonly records: readonly ReadRecord[];
  readonly nameOf: (agency: string) => string;
}) {
  const { text, day } = useText();
  const uses = countByDay(records, DAYS, new Date());
  if (uses.length === 0) return null;
  const most = Math.max(...uses.flatMap(({ days }) => days));
  return (
    <figure className="use-picture">
      {/* The table says the same. */}
      <p aria-hidden="true">
        <strong>{text('log.picture.title', { days: DAYS })}</strong>
      </p>
      <div aria-hidden="true">
        {uses.map(({ agency, days }) => (
          <div key={agency} className="use-picture-row">
            <span>{nameOf(agency)}</span>
            <svg aria-hidden="true" viewBox={`0 0 ${DAYS} ${HEIGHT}`} preserveAspectRatio="none">
              <line x1="0" y1={HEIGHT} x2={DAYS} y2={HEIGHT} vectorEffect="non-scaling-stroke" />
              {days.map((count, index) => {
                const height = count && Math.max(2, (count / most) * HEIGHT);
                return (
                  count > 0 && (
                    <rect
                      // biome-ignore lint/suspicious/noArrayIndexKey: the place is the day
                      key={index}
                      x={index + 0.1}
                      y={HEIGHT - height}
                      width="0.8"
                      height={height}
                    />
                  )
                );
              })}
            </svg>
          </div>
        ))}
        <div className="use-picture-row">
          <span className="use-picture-ends">
            <span>{text('log.picture.from', { days: DAYS })}</span>
            <span>{text('log.picture.today')}</span>
          </span>
        </div>
      </div>
      <figcaption>
        <details>
          <summary>{text('log.picture.asTable')}</summary>
          <table className="table">
            <caption className="only-heard">{text('log.picture.title', { days: DAYS })}</caption>
            <thead>
              <tr>
                <th scope="col">{text('log.picture.who')}</th>
                <th scope="col">{text('log.picture.times')}</th>
                <th scope="col">{text('log.picture.newest')}</th>
              </tr>
            </thead>
            <tbody>
              {uses.map(({ agency, count, newest }) => (
                <tr key={agency}>
                  <th scope="row">{nameOf(agency)}</th>
                  <td>{count}</td>
                  <td>{day(newest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
