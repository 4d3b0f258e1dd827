/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './vite/compressed.ts';
import { trustedDocuments } from './vite/trusted-documents.ts';

/** Only files that use a translation macro pay for Babel. */
const linguiMacros = {
  preset: () => ({ plugins: ['@lingui/babel-plugin-lingui-macro'] }),
  rolldown: { filter: { code: /@lingui\/(core|react)\/macro/ } },
};

export default defineConfig(({ command }) => ({
  base: '/',
  plugins: [
    babel({ presets: [linguiMacros] }),
    react(),
    command === 'build' && trustedDocuments(),
    command === 'build' && compressed(),
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The content policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The libraries of the first load are one file. Otherwise each lazy screen that needs only
          // some of them splits them once more, and pieces compress worse and are fetched one by one.
          groups: [{ name: 'base', tags: ['$initial'], test: /node_modules\/.*\.[cm]?js$/ }],
        },
      },
    },
  },
  server: {
    proxy: { '/graphql': backend(), '/auth': backend(), '/demo': backend() },
  },
  preview: {
    proxy: { '/graphql': backend(), '/auth': backend(), '/demo': backend() },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'vite/**/*.test.ts'],
    setupFiles: ['./src/test/setup.ts'],
    css: false,
  },
}));

/** Where the dev and preview servers send API calls: a `trellis serve` on this machine. */
function backend() {
  return process.env.TRELLIS_URL ?? 'http://127.0.0.1:8080';
}
