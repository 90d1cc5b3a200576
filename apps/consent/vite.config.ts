import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Our own packages are read from their source: no build of theirs is needed first.
  resolve: { conditions: ['@grondslag/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    // The content security policy allows no inline content, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: true,
  },
});
