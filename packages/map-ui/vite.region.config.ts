import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The region's page, built by itself: nothing that it shares with a city's page may cost readers of that page a file more. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist/region',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows fonts and scripts from our own origin only, so nothing becomes a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: 'region.html',
      // Chunks would otherwise run before the entry that sets how schemas work.
      output: { strictExecutionOrder: true },
    },
  },
});
