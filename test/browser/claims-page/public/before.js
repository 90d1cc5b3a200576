// The content security policy forbids `eval`; without this zod tries it once, and the browser complains.
globalThis.__zod_globalConfig = { jitless: true };
