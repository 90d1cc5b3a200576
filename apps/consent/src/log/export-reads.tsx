import type { ReadRecord } from '@grondslag/protocol';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { NameFact } from '../facts/fact-queries.ts';
import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { Problem } from '../ui/problem.tsx';
import { saveFile } from '../ui/save-file.ts';
import { isReading } from './group-reads.ts';
import { readsAsCsv, type WrittenRead } from './reads-as-csv.ts';

/** Pages of 100 that are fetched at most. */
const MAX_PAGES = 500;

/** The whole log as a file for the citizen. */
export function ExportReads({
  nameOf,
  names,
  looks,
}: {
  readonly nameOf: (agency: string) => string;
  readonly names: NameFact;
  /** What helpers looked through. */
  readonly looks: readonly WrittenRead[];
}) {
  const { text } = useText();
  const { authority } = useServices();
  const [fetched, setFetched] = useState(0);
  const save = useMutation({
    async mutationFn() {
      const records: ReadRecord[] = [];
      let page: string | undefined;
      for (let count = 0; count < MAX_PAGES; count += 1) {
        const answer = await (await authority()).reads(page);
        records.push(...answer.items);
        setFetched(records.length);
        page = answer.next;
        if (page === undefined) break;
      }
      const reads = records.filter(isReading).map(({ at, agency, resource }) => ({
        ...{ at: new Date(at), agency: nameOf(agency), what: names(resource) },
      }));
      const lines = [...reads, ...looks].toSorted((a, b) => b.at.getTime() - a.at.getTime());
      const columns = [text('log.file.when'), text('log.file.who'), text('log.file.what')] as const;
      saveFile(`${text('log.file.name')}.csv`, 'text/csv', readsAsCsv(lines, columns));
    },
  });
  return (
    <section aria-labelledby="export">
      <h2 id="export">{text('log.export')}</h2>
      <p>{text('log.exportHint')}</p>
      {save.error && <Problem error={save.error} retry={() => save.mutate()} />}
      <button
        type="button"
        className="button"
        disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        {text('log.exportSave')}
      </button>
      <p aria-live="polite">
        {save.isPending && text('log.exportBusy', { count: fetched })}
        {save.isSuccess && text('log.exported')}
      </p>
    </section>
  );
}
