const STATUS = 'https://www.w3.org/ns/credentials/status#';

/**
 * What a `BitstringStatusListEntry` in a VC 1.1 credential means, as `https://www.w3.org/ns/credentials/v2` defines
 * it. Inline, because the access-grant libraries know no URL of a context that has it; the only inline context that
 * is accepted anywhere. Frozen: what was compiled for it is kept.
 */
export const STATUS_ENTRY_CONTEXT = Object.freeze({
  BitstringStatusListEntry: Object.freeze({
    '@id': `${STATUS}BitstringStatusListEntry`,
    '@context': Object.freeze({
      '@protected': true,
      id: '@id',
      type: '@type',
      statusPurpose: `${STATUS}statusPurpose`,
      statusListIndex: `${STATUS}statusListIndex`,
      statusListCredential: Object.freeze({
        '@id': `${STATUS}statusListCredential`,
        '@type': '@id',
      }),
    }),
  }),
} as const);
