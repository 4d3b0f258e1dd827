import { describe, expect, it } from 'vitest';
import { hashesByOperation, replaceDocuments } from './trusted-documents';

const hashes = hashesByOperation({ 'sha256:ab': 'query Viewer { viewer { id } }' });

describe('trusted documents', () => {
  it('leaves the hash of an operation and none of its text', () => {
    const code = 'export const D = graphql(`\n  query Viewer { viewer { id } }\n`);';
    expect(replaceDocuments(code, hashes)).toBe(
      'export const D = ({ __meta__: { hash: "sha256:ab" } });',
    );
  });

  it('refuses an operation that is not in the list', () => {
    expect(() => replaceDocuments('graphql(`query Other { x }`)', hashes)).toThrow(/Other/);
  });
});
