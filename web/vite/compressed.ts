import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const worthIt = /\.(js|css|html|svg|json)$/;

/** Writes `.br` and `.gz` beside each text file at build, so that the server never compresses. */
export function compressed(): Plugin {
  let outDir = 'dist';
  return {
    name: 'trellis:compressed',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      for (const name of await readdir(outDir, { recursive: true })) {
        if (!worthIt.test(name) || name.startsWith('.vite')) continue;
        const path = join(outDir, name);
        const raw = await readFile(path);
        await writeFile(`${path}.gz`, await promisify(gzip)(raw, { level: 9 }));
        const options = {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
          },
        };
        await writeFile(`${path}.br`, await promisify(brotliCompress)(raw, options));
      }
    },
  };
}
