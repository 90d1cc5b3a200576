// Runs before any module: the content security policy forbids eval, and zod must not even try it.
globalThis.__zod_globalConfig = { jitless: true };
