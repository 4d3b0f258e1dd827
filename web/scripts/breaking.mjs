// @ts-check
import { readFile } from 'node:fs/promises';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

// What a program that uses the API was promised, against what the server serves now. A change that
// would break such a program fails here, until the promise itself is changed on purpose
// (`make schema-promise`), which shows in review.

const [promised = '', now = ''] = process.argv.slice(2);
const schema = async (/** @type {string} */ file) => buildSchema(await readFile(file, 'utf8'));
const [before, after] = [await schema(promised), await schema(now)];

for (const { type, description } of findDangerousChanges(before, after)) {
  console.warn(`mind   ${type}: ${description}`);
}
const breaking = findBreakingChanges(before, after);
for (const { type, description } of breaking) console.error(`breaks ${type}: ${description}`);
process.exit(breaking.length > 0 ? 1 : 0);
