import { readBody } from './read-body.ts';

const MAX_BYTES = 16_384;
const code = '([a-z]{1,20}(?:_[a-z]{1,20}){1,5})';
/** `code` of problem details (RFC 9457) or `errorCode`, in JSON; or what a description in RDF begins with. */
const places = [new RegExp(`"(?:code|errorCode)"\\s*:\\s*"${code}"`), new RegExp(`"${code}: `)];

/** Why a vault server refuses, by its stable code, such as `fact_not_divisible`; its status where it names none. */
export async function readRefusal(response: Response): Promise<string> {
  const text = (await readBody(response, MAX_BYTES).catch(() => undefined)) ?? '';
  const [found] = places.flatMap((place) => place.exec(text)?.[1] ?? []);
  return found ?? `HTTP ${response.status}`;
}
