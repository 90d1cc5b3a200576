import type { HelperView } from '@grondslag/protocol/v1';
import type { Words } from '../i18n/words.ts';
import { useCitizen } from '../services.tsx';
import { useHelpers } from './helper-queries.ts';
import { nameOf } from './name-of.ts';

/** How to call those who help, or helped, in the log: by WebID and by id of the help. Empty when that cannot be had. */
export function useHelperNames(words: Words): ReadonlyMap<string, string> {
  const citizen = useCitizen();
  const helpers = useHelpers();
  return new Map(
    helpers.data
      ?.filter((one) => one.citizen === citizen)
      .flatMap((one) => {
        const name = helperInLog(one, words);
        return [one.id, ...(one.helper ? [one.helper.webId] : [])].map((id) => [id, name] as const);
      }),
  );
}

function helperInLog(helper: HelperView, { text }: Words): string {
  const key = helper.kind === 'helper' ? 'log.helper' : 'log.representative';
  return text(key, { name: nameOf(helper) });
}
