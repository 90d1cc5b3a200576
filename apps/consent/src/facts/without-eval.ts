// As in `before.js` for the page: the content security policy lets nothing be made of text, and zod need not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
