import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/**
 * One pair of catalogues per folder, so that people who work on different features
 * do not meet in one file; `i18n:compile` merges them into one per language, but for those of
 * the features in `src/i18n/lazy.json`, which come with their screens.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [
    { path: 'src/features/{name}/locales/{locale}', include: ['src/features/{name}'] },
    {
      path: 'src/i18n/locales/{locale}',
      include: ['src'],
      exclude: [
        'src/features/**',
        'src/dev/**',
        'src/gql/generated/**',
        '**/*.test.tsx',
        '**/*.test.ts',
      ],
    },
  ],
  orderBy: 'message',
  format: formatter({ origins: false, lineNumbers: false }),
});
