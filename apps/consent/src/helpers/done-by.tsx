import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { useHelpers } from './helper-queries.ts';
import { nameOf } from './name-of.ts';

/** That a helper did something for the citizen; nothing of what the citizen did. */
export function DoneBy({ helper: id }: { readonly helper: string | undefined }) {
  const { text } = useText();
  const helpers = useHelpers();
  const { helping } = useServices();
  if (id === undefined) return null;
  const helper = helpers.data?.find((one) => one.id === id);
  if (helper && helper.id === helping?.id) return text('grants.byYou');
  return helper
    ? text('grants.byHelper', { name: nameOf(helper) })
    : text('grants.byUnknownHelper');
}
