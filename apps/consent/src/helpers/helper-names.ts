import type { Words } from '../i18n/words.ts';
import { useCitizen } from '../services.tsx';
import { useHelpers } from './helper-queries.ts';
import { nameOf } from './name-of.ts';

/** How to call those who help, or helped, in the log: by WebID. Empty when that cannot be had. */
export function useHelperNames({ text }: Words): ReadonlyMap<string, string> {
  const citizen = useCitizen();
  const helpers = useHelpers();
  return new Map(
    helpers.data
      ?.filter((one) => one.citizen === citizen)
      .flatMap((one) =>
        one.helper ? [[one.helper.webId, text('log.helper', { name: nameOf(one) })] as const] : [],
      ),
  );
}
