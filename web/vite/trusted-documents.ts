import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const manifestPath = 'src/gql/generated/persisted-documents.json';
const call = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;

/**
 * In a production build a document is only its hash: the text of queries stays out of the
 * bundle, and the server answers no document that is not in `documents.json`.
 */
export function trustedDocuments(): Plugin {
  let byOperation = new Map<string, string>();
  let manifest = '{}';
  return {
    name: 'trellis:trusted-documents',
    enforce: 'pre',
    async buildStart() {
      manifest = await readFile(manifestPath, 'utf8');
      byOperation = hashesByOperation(JSON.parse(manifest));
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(')) return;
      return { code: replaceDocuments(code, byOperation), map: null };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'documents.json', source: manifest });
    },
  };
}

/** Operation name to `sha256:…`; names are unique across the client (codegen refuses doubles). */
export function hashesByOperation(manifest: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(manifest).flatMap(([hash, text]) => {
      const name = operationName(text);
      return name ? [[name, hash] as const] : [];
    }),
  );
}

/** Replaces each `graphql(`…`)` call by an object that carries the hash alone. */
export function replaceDocuments(code: string, byOperation: Map<string, string>): string {
  return code.replace(call, (_whole, text: string) => {
    const name = operationName(text);
    if (!name) return '({})'; // a fragment: the operations that use it hold its text already
    const hash = byOperation.get(name);
    if (!hash) throw new Error(`no trusted document for operation ${name}: run npm run generate`);
    return `({ __meta__: { hash: ${JSON.stringify(hash)} } })`;
  });
}

function operationName(text: string): string | undefined {
  return /(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];
}
