import { useState } from 'react';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { useActiveGrants, useEndedGrants } from '../grants/grant-queries.ts';
import { useHelperNames } from '../helpers/helper-names.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { DelayedLines } from '../notices/delayed-lines.tsx';
import { usePurposeWords } from '../requests/purpose-words.ts';
import { useServices } from '../services.tsx';
import { Empty } from '../ui/empty.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { ExportReads } from './export-reads.tsx';
import { FilterByAgency } from './filter-by-agency.tsx';
import { groupLooks, type LookLine } from './group-looks.ts';
import { groupReads } from './group-reads.ts';
import { useHelperLooks } from './helper-looks.ts';
import { useReads } from './log-queries.ts';
import { LookSentence, looksInWords } from './look-sentence.tsx';
import { ReadSentence } from './read-sentence.tsx';
import { UsePicture } from './use-picture.tsx';

/** Every use of the citizen's data, by day, in sentences. */
export function WhoReadWhat() {
  const words = useText();
  const { text, fullDay } = words;
  const { language } = useLanguage();
  const [only, setOnly] = useState<string | undefined>(undefined);
  const reads = useReads();
  const helperNames = useHelperNames(words);
  const { helping } = useServices();
  const looks = useHelperLooks().data ?? [];
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    purposes: usePurposeWords(),
    accesses: useLawfulAccesses(),
    active: useActiveGrants(),
    ...useEndedGrants(),
    reads,
  });
  return (
    <>
      <PageTitle name={text('log.title')}>{text('log.title')}</PageTitle>
      <p className="intro">{text('log.intro')}</p>
      <DelayedLines />
      <QueryState
        query={query}
        isEmpty={(data) => data.reads.records.length + looks.length === 0}
        empty={<Empty what={text('log.empty')} hint={text('log.emptyHint')} />}
      >
        {({ participants, names, purposes, accesses, active, revoked, expired, reads: known }) => {
          const grants = new Map(
            [...active, ...revoked, ...expired].map((grant) => [grant.id, grant]),
          );
          const nameOf = (agency: string) =>
            helperNames.get(agency) ?? showAgency(agency, participants, language, text).name;
          const records = known.records.filter(
            ({ agency }) => only === undefined || agency === only,
          );
          const reading = new Map(groupReads(records).map((one) => [one.day.getTime(), one.lines]));
          // Lines older than the reads that are shown come with those.
          const from = known.hasOlder ? Math.min(...reading.keys()) : 0;
          const looking = only === undefined ? groupLooks(looks) : new Map<number, LookLine[]>();
          const days = [...new Set([...reading.keys(), ...looking.keys()])]
            .filter((day) => day >= from)
            .toSorted((a, b) => b - a);
          return (
            <>
              <UsePicture records={known.records} nameOf={nameOf} />
              <FilterByAgency
                agencies={[...new Set(known.records.map(({ agency }) => agency))]}
                nameOf={nameOf}
                only={only}
                onChoose={setOnly}
              />
              {days.map((day) => (
                <section key={day} aria-labelledby={`day-${day}`}>
                  <h2 id={`day-${day}`}>{fullDay(new Date(day))}</h2>
                  <ul className="timeline">
                    {(looking.get(day) ?? []).map((line) => (
                      <LookSentence
                        key={line.helper}
                        line={line}
                        name={helperNames.get(line.helper) ?? text('log.someHelper')}
                      />
                    ))}
                    {(reading.get(day) ?? []).map((line) => (
                      <ReadSentence
                        key={line.key}
                        line={line}
                        grant={grants.get(line.grant)}
                        access={accesses.find(({ credential }) => credential === line.grant)}
                        nameOf={nameOf}
                        names={names}
                        purposes={purposes}
                      />
                    ))}
                  </ul>
                </section>
              ))}
              {known.hasOlder ? (
                <button
                  type="button"
                  className="button"
                  disabled={reads.loadingOlder}
                  onClick={reads.showOlder}
                >
                  {text('log.older')}
                </button>
              ) : (
                <p className="quiet">{text('log.noOlder')}</p>
              )}
              {!helping && (
                <ExportReads
                  nameOf={nameOf}
                  names={names}
                  looks={looks.map(({ at, helper, kind }) => ({
                    at: new Date(at),
                    agency: helperNames.get(helper) ?? text('log.someHelper'),
                    what: looksInWords([kind], words),
                  }))}
                />
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}
