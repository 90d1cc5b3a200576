import { authorityPaths } from '@grondslag/protocol';
import type { HelperView } from '@grondslag/protocol/v1';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Words } from '../i18n/words.ts';
import { useCitizen, useServices } from '../services.tsx';
import { afterPaint } from '../ui/after-paint.ts';
import { type Loadable, loadable } from '../ui/loadable.ts';
import type { FactView } from './fact-view.ts';
import { factPhrase } from './fact-words.ts';
import type { OwnFile } from './own-file.ts';
import { fromVault } from './vault-error.ts';

/** A fact changes seldom, and reading all of them is much work for the vault server. */
const FACTS_FRESH_FOR_MS = 60_000;

/** What somebody sees who helps: chosen facts, or all of the themes for who decides by law. */
function shownTo({ kind, facts, themes }: HelperView) {
  return kind === 'helper' ? { shown: facts } : { themes };
}

/**
 * All facts in the citizen's vault, verified. Loads the verification when first used.
 *
 * @param enabled whether it is time: not while something else is to be shown first
 */
export function useFacts(enabled = true): Loadable<FactView[]> {
  const { config, session, helping } = useServices();
  const citizen = useCitizen();
  const query = useQuery({
    queryKey: ['facts', citizen],
    enabled,
    staleTime: FACTS_FRESH_FOR_MS,
    queryFn: async () => {
      // The verification is much code: what is there already is drawn first.
      await afterPaint();
      const { loadInWorker } = await import('./load-in-worker.ts');
      return loadInWorker(
        {
          citizen,
          vault: config.vault,
          ...(helping && shownTo(helping)),
          trustList: {
            url: new URL(authorityPaths.trustList, config.authority).href,
            operatorKeys: config.operatorKeys,
          },
        },
        session.fetch,
      );
    },
  });
  return loadable(query);
}

/** Files that the citizen put in the own vault. */
export function useOwnFiles(): Loadable<OwnFile[]> {
  const { config, session, helping } = useServices();
  const citizen = useCitizen();
  const query = useQuery({
    queryKey: ['own-files', citizen],
    staleTime: FACTS_FRESH_FOR_MS,
    queryFn: async () => {
      // No helper sees those.
      if (helping) return [];
      await afterPaint();
      const [{ findStorages }, { loadOwnFiles }] = await Promise.all([
        import('./find-storages.ts'),
        import('./load-own-files.ts'),
      ]);
      const storages = await fromVault(findStorages(citizen, session.fetch));
      const own = storages.filter((url) => url.startsWith(config.vault));
      const files = own.map((url) => loadOwnFiles(url, session.fetch));
      return (await fromVault(Promise.all(files))).flat();
    },
  });
  return loadable(query);
}

/** Names a resource in the middle of a sentence. */
export type NameFact = (resource: string) => string;

/** How to name facts; waits for them, and names by theme when they cannot be had. */
export function useFactNames(words: Words): Loadable<NameFact> {
  const facts = useFacts();
  const settled = facts.data !== undefined || facts.failed;
  const name = useMemo<NameFact>(() => {
    const byResource = new Map(facts.data?.map((view) => [view.resource, view]));
    return (resource) => factPhrase(resource, byResource.get(resource), words);
  }, [facts.data, words]);
  return { ...facts, data: settled ? name : undefined, failed: false };
}
