import { covers, type FieldLimits } from '@grondslag/protocol';
import type { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';

/**
 * What a token lets be read of the facts at `path`: kind of fact → fields; `undefined` when it limits nothing there.
 *
 * What one permission leaves out, no other gives back: of several limits only what is in each counts.
 */
export function limitsOn(
  path: string,
  { permissions }: Pick<AccessGrantCredentials, 'permissions'>,
): FieldLimits | undefined {
  let limits: FieldLimits | undefined;
  for (const { resource, inherit, fields } of permissions) {
    if (fields === undefined || !covers(resource, path, inherit)) continue;
    limits = limits === undefined ? fields : inBoth(limits, fields);
  }
  return limits;
}

function inBoth(one: FieldLimits, other: FieldLimits): FieldLimits {
  return Object.fromEntries(
    Object.entries(one).map(([claimType, fields]) => {
      const others = Object.hasOwn(other, claimType) ? (other[claimType] ?? []) : [];
      return [claimType, fields.filter((field) => others.includes(field))];
    }),
  );
}
