// Runs before any module: the content security policy forbids eval, and zod must not even try it.
globalThis.__zod_globalConfig = { jitless: true };

// The look chosen on this device, or asked by the system, before anything is drawn: src/theme/theme.ts.
(() => {
  const page = document.documentElement;
  page.dataset.theme = page.className;
  let chosen = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // Storage is closed.
  }
  const asked = matchMedia('(prefers-contrast: more)').matches;
  if (chosen === 'high-contrast' || (chosen !== 'standard' && asked)) {
    page.className = 'high-contrast-theme';
  }

  // The language as src/i18n/language.ts finds it, for the name of the app above the empty page.
  let language = null;
  try {
    language = localStorage.getItem('language');
  } catch {
    // Storage is closed.
  }
  const preferred = navigator.languages.map((one) => one.slice(0, 2).toLowerCase());
  const spoken = ['nl', 'en', 'fr', 'de'];
  page.lang = [language, ...preferred].find((one) => spoken.includes(one)) ?? 'nl';
})();
