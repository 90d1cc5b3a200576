import { createContext, type ReactNode, use, useState } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Has one polite live region for the whole app: it speaks without moving anything on the page. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState('');
  return (
    <AnnounceContext value={setMessage}>
      {children}
      <p role="status" className="only-heard">
        {message}
      </p>
    </AnnounceContext>
  );
}

/** Says something politely to a screen reader. */
export function useAnnounce(): (message: string) => void {
  return use(AnnounceContext);
}
