/** Version of our own API; the first part is in its paths (NLGov API Design Rules, `/core/version-header`). */
export const API_VERSION = '1.0.0';
