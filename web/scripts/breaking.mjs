// @ts-check
import { readFile } from 'node:fs/promises';
import {
  buildASTSchema,
  findBreakingChanges,
  findDangerousChanges,
  Kind,
  parse,
  specifiedDirectives,
} from 'graphql';

// What a program that uses the API was promised, against what the server serves now. A change that
// would break such a program fails here, until the promise itself is changed on purpose
// (`make schema-promise`), which shows in review.

const [promised = '', now = ''] = process.argv.slice(2);
// GraphQL's own directives are left out of both: the server prints `@deprecated` only while something
// is deprecated, and where it does not, this library's own wider definition would be compared.
const own = new Set(specifiedDirectives.map(({ name }) => name));
const schema = async (/** @type {string} */ file) => {
  const { definitions, ...rest } = parse(await readFile(file, 'utf8'));
  return buildASTSchema({
    ...rest,
    definitions: definitions.filter(
      (one) => one.kind !== Kind.DIRECTIVE_DEFINITION || !own.has(one.name.value),
    ),
  });
};
const [before, after] = [await schema(promised), await schema(now)];

for (const { type, description } of findDangerousChanges(before, after)) {
  console.warn(`mind   ${type}: ${description}`);
}
const breaking = findBreakingChanges(before, after);
for (const { type, description } of breaking) console.error(`breaks ${type}: ${description}`);
process.exit(breaking.length > 0 ? 1 : 0);
