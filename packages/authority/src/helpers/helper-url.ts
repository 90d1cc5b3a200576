import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';

/** Id of a helper of one citizen, where it can be looked at. */
export function helperUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.helpers}/${uuid}`, baseUrl).href;
}

/** The UUID in it; `undefined` when it is not the id of a helper. */
export function helperUuidOf(baseUrl: string, id: string): string | undefined {
  const prefix = helperUrl(baseUrl, '');
  const uuid = id.slice(prefix.length);
  return id.startsWith(prefix) && z.uuid().safeParse(uuid).success ? uuid : undefined;
}
