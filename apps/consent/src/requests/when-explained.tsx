import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { useExplanations } from '../lawful-access/law-queries.ts';
import { QueryState } from '../ui/query-state.tsx';

/**
 * A question, once it is known what the rules say against it: a warning that comes later would move what is being
 * read. Without an answer it is shown as well, so that the citizen can still say no.
 */
export function WhenExplained({
  request,
  children,
}: {
  readonly request: string;
  readonly children: ReactNode;
}) {
  const { text } = useText();
  const explained = useExplanations(request);
  const data = explained.data ?? (explained.failed ? [] : undefined);
  return (
    <QueryState query={{ ...explained, data, failed: false }} waiting={text('request.waiting')}>
      {() => children}
    </QueryState>
  );
}
