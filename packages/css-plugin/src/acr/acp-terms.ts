const namespace = 'http://www.w3.org/ns/solid/acp#';

/** Terms of Access Control Policy that this package writes or looks for. */
export const acp = {
  AccessControlResource: `${namespace}AccessControlResource`,
  accessControl: `${namespace}accessControl`,
  memberAccessControl: `${namespace}memberAccessControl`,
  resource: `${namespace}resource`,
} as const;
