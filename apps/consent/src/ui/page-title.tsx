import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/text.tsx';
import { usePlace } from './navigation.ts';

/** The `h1` of a page. Gets the focus after a move, so that a screen reader starts at the new page. */
export function PageTitle({
  children,
  name,
  takesFocus = false,
}: {
  readonly children: ReactNode;
  /** The title in words, for the browser's tab. */
  readonly name: string;
  /** Also without a move: what was there before has gone. */
  readonly takesFocus?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { moves } = usePlace();
  const { text } = useText();
  const app = text('app.name');
  useEffect(() => {
    document.title = `${name} – ${app}`;
  }, [name, app]);
  useEffect(() => {
    // Not on arrival: then the browser starts at the top, where the skip link is.
    if (moves > 0 || takesFocus) heading.current?.focus({ preventScroll: true });
  }, [moves, takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
