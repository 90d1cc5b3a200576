import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

/** What is wrong with a choice, above it; gets the focus at each attempt to go on (`attempt` > 0). */
export function FieldError({
  id,
  attempt,
  message,
}: {
  readonly id: string;
  readonly attempt: number;
  readonly message: string;
}) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (attempt > 0) paragraph.current?.focus();
  }, [attempt]);
  return (
    <p id={id} ref={paragraph} tabIndex={-1} className="field-error" hidden={attempt === 0}>
      {attempt > 0 && (
        <>
          <Icon name="bad" /> {message}
        </>
      )}
    </p>
  );
}
