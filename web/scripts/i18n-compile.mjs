// Compiles the catalogues: one file per language for what the first load brings, and one of their
// own for each feature of `src/i18n/lazy.json`, which is fetched together with its screens.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

const folder = 'src/i18n/compiled';
const config = getConfig();
const lazy = JSON.parse(readFileSync('src/i18n/lazy.json', 'utf8'));
const catalogues = await getCatalogs(config);
const featureOf = ({ path }) => lazy.find((feature) => path.startsWith(`src/features/${feature}/`));

rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}/lazy`, { recursive: true });
for (const locale of config.locales) {
  for (const feature of [undefined, ...lazy]) {
    const all = {};
    for (const catalogue of catalogues.filter((one) => featureOf(one) === feature)) {
      Object.assign(all, await textsOf(catalogue, locale));
    }
    const { source, errors } = createCompiledCatalog(locale, all, { namespace: 'ts' });
    if (errors.length) {
      for (const { id, error } of errors) console.error(`${locale}: ${id}: ${error.message}`);
      process.exitCode = 1;
    }
    writeFileSync(`${folder}/${feature ? `lazy/${feature}.` : ''}${locale}.ts`, source);
  }
}
const loaders = lazy.map((feature) => {
  const each = config.locales.map(
    (locale) => `${locale}: () => import('./lazy/${feature}.${locale}')`,
  );
  return `  ${JSON.stringify(feature)}: { ${each.join(', ')} },`;
});
writeFileSync(`${folder}/lazy.ts`, `export const lazy = {\n${loaders.join('\n')}\n};\n`);

/** The texts of one catalogue by their ids; the source's where there is none. */
async function textsOf(catalogue, locale) {
  const { fallbackLocales, sourceLocale } = config;
  const { messages } = await catalogue.getTranslations(locale, { fallbackLocales, sourceLocale });
  return messages;
}
