import { useId } from 'react';
import { useText } from '../i18n/text.tsx';

/** Chooses one organisation, or all. */
export function FilterByAgency({
  agencies,
  nameOf,
  only,
  onChoose,
}: {
  /** WebIDs. */
  readonly agencies: readonly string[];
  readonly nameOf: (agency: string) => string;
  readonly only: string | undefined;
  readonly onChoose: (agency: string | undefined) => void;
}) {
  const { text } = useText();
  const id = useId();
  if (agencies.length < 2) return null;
  return (
    <p className="field">
      <label htmlFor={id}>
        <span>{text('log.filter')}</span>
      </label>
      <select
        id={id}
        value={only ?? ''}
        onChange={({ target }) => onChoose(target.value || undefined)}
      >
        <option value="">{text('log.filter.all')}</option>
        {agencies.map((agency) => (
          <option key={agency} value={agency}>
            {nameOf(agency)}
          </option>
        ))}
      </select>
    </p>
  );
}
