import { useText } from '../i18n/text.tsx';

/** Says why the citizen is not taken to where the link wanted. */
export function NoWayBack({
  host,
  agency,
}: {
  readonly host: string | undefined;
  readonly agency: string;
}) {
  const { text } = useText();
  return (
    <p className="notice">
      {host === undefined ? text('wayBack.broken') : text('wayBack.refused', { host, agency })}
    </p>
  );
}
