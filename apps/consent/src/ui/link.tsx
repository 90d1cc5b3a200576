import type { MouseEvent, ReactNode } from 'react';
import { pathTo, type RouteName } from '../routes.tsx';
import { goTo } from './navigation.ts';

/** Link to a page of the app: a real one, so that opening it in a new tab works. */
export function Link({
  to,
  id,
  children,
  className,
  current,
  label,
}: {
  readonly to: RouteName;
  readonly id?: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** Whether this is the page shown now. */
  readonly current?: boolean;
  /** What a screen reader says instead; begins with the words on screen. */
  readonly label?: string;
}) {
  const path = pathTo(to, id);
  function follow(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    goTo(path);
  }
  return (
    <a
      href={path}
      onClick={follow}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
