import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The viewer is plain files with relative addresses: our server, any static host, a folder on a USB stick. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows fonts and scripts from our own origin only, so nothing becomes a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        // Chunks would otherwise run before the entry that sets how schemas work.
        strictExecutionOrder: true,
        // Many static hosts do not know .mjs and send a type that browsers refuse to run.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.mjs')) ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
