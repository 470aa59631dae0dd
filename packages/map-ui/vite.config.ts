import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The viewer is plain files with relative addresses: our server, any static host, a folder on a USB stick. */
export default defineConfig({
  base: './',
  plugins: [react()],
  // The first views are made in Node by one file that needs no other; without this React would be the slow one for developers.
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
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
        // Otherwise what two parts share becomes a file of its own, a dozen of them, and a bad line waits for each.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(?:react|react-dom|scheduler|d3-array|internmap|intl-messageformat|@formatjs)\//,
            },
            // Trends are drawn by what comes with them.
            { name: 'charts', test: /node_modules\/d3-(?!array)|src\/view\/trend-layout/ },
            // What draws marks and entries of what is known offline.
            { name: 'known', test: /src\/known\/(?:known-(?:brief|entry|marks|section|shape|strip|track)|say-known)/ },
            {
              name: 'figures',
              test: /src\/(?:view|state|i18n)\/(?!catalogues|reader-language|trend|week-ticks|matrix|sort-matrix|facets|search-names|table-order)/,
            },
          ],
        },
        // Many static hosts do not know .mjs and send a type that browsers refuse to run.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.mjs')) ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
