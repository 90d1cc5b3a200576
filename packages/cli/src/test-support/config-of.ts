/** A whole configuration, as environment. */
export function configOf({
  processingLog,
}: {
  readonly processingLog: string;
}): Readonly<Record<string, string>> {
  return {
    GRONDSLAG_WEB_ID: 'https://vault.example/schuldhulp#me',
    GRONDSLAG_OIDC_ISSUER: 'https://vault.example/',
    GRONDSLAG_CLIENT_ID: 'id',
    GRONDSLAG_CLIENT_SECRET: 'a secret that is never printed',
    GRONDSLAG_AUTHORITY: 'https://access.example/',
    GRONDSLAG_VAULTS: 'https://vault.example/',
    GRONDSLAG_PROCESSING_LOG: processingLog,
    GRONDSLAG_OPERATOR_KEYS:
      '{"https://access.example/#key-1":"z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH"}',
  };
}
