import { createHash } from 'node:crypto';
import { deriveView, type FieldLimits, type View } from '@grondslag/claims';

/** Characters of all views together: some 4,000 of them. */
const MAX_CHARACTERS = 16_777_216;

/** Derives views, and remembers those that were asked for last. */
export interface ViewMemory {
  view(fact: string, limits: FieldLimits): Promise<View>;
}

/**
 * By what the fact says and not by its ETag, which the server makes of the time in whole seconds: a fact that was
 * replaced within one would be shown as it was.
 */
export function createViewMemory(maxCharacters = MAX_CHARACTERS): ViewMemory {
  const known = new Map<string, View>();
  let characters = 0;

  function keep(key: string, view: View): void {
    characters += weightOf(view);
    known.set(key, view);
    for (const [oldest, old] of known) {
      if (characters <= maxCharacters) return;
      known.delete(oldest);
      characters -= weightOf(old);
    }
  }

  return {
    async view(fact, limits) {
      const key = keyOf(fact, limits);
      const found = known.get(key);
      if (found) {
        known.delete(key);
        known.set(key, found);
        return found;
      }
      const view = await deriveView(fact, limits);
      if (!known.has(key)) keep(key, view);
      return view;
    },
  };
}

function keyOf(fact: string, limits: FieldLimits): string {
  const ordered = Object.entries(limits).map(([kind, fields]) => [kind, fields.toSorted()]);
  const asked = JSON.stringify(ordered.toSorted());
  return createHash('sha256').update(`${asked}\n${fact}`).digest('base64');
}

/** With what the map itself takes. */
function weightOf(view: View): number {
  return 200 + (view.derived ? view.text.length : 0);
}
