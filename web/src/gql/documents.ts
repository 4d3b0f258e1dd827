import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';

/** A typed operation: its text in development, in a production build its hash alone. */
export type Operation<Data, Variables> = DocumentTypeDecoration<Data, Variables> & {
  __meta__?: { hash?: string };
};

const persisted = new Map<string, DocumentNode>();

/** What the client takes: text in development; in production a document without text but with an id. */
export function asRequest(operation: Operation<unknown, never>): string | DocumentNode {
  const hash = operation.__meta__?.hash;
  if (!import.meta.env.PROD || !hash) return String(operation);
  let document = persisted.get(hash);
  if (!document) {
    document = { kind: 'Document', definitions: [], documentId: hash } as unknown as DocumentNode;
    persisted.set(hash, document);
  }
  return document;
}
