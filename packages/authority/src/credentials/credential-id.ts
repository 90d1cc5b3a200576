import { authorityPaths } from '@grondslag/protocol';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A UUID version 7 (RFC 9562 §5.7): the time first, so that later ids sort after earlier ones. */
export function createUuidV7(now: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(now.getTime() / 0x1_00_00));
  view.setUint16(4, now.getTime() % 0x1_00_00);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Buffer.from(bytes).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** URL of a credential, where it can be fetched. */
export function credentialUrl(baseUrl: string, uuid: string): string {
  return new URL(authorityPaths.credential + uuid, baseUrl).href;
}

/** The UUID in the URL of one of our credentials; `undefined` when it is not one. */
export function uuidOf(baseUrl: string, id: string): string | undefined {
  const prefix = credentialUrl(baseUrl, '');
  const uuid = id.slice(prefix.length);
  return id.startsWith(prefix) && pattern.test(uuid) ? uuid : undefined;
}
