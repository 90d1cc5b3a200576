import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { letterStyle } from '../../packages/agency/src/letters/letter-style.ts';

/** The style of a letter that a desk prints, as a file: the content security policy allows none inside a page. */
const letterCss: Plugin = {
  name: 'letter-css',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'letter.css', source: letterStyle });
  },
};

export default defineConfig({
  plugins: [react(), letterCss],
  // Our own packages are read from their source: no build of theirs is needed first.
  resolve: { conditions: ['@grondslag/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    // The content security policy allows no inline content, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: true,
  },
});
