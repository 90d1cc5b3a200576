import type { ReactNode } from 'react';
import { useExplanations } from '../lawful-access/law-queries.ts';
import { RequestWaiting } from './request-waiting.tsx';

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
  const explained = useExplanations(request);
  return explained.data || explained.failed ? children : <RequestWaiting />;
}
