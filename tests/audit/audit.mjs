// Audits a running server with all 61 audits of graphql-http, whether they say MUST, SHOULD
// or MAY. Prints each result; exits with 1 unless all pass.
//
//   node audit.mjs http://localhost:8080/graphql [bearer token]

import process from 'node:process';
import { serverAudits } from 'graphql-http';

const EXPECTED = 61;

const [url, token] = process.argv.slice(2);
if (!url) {
  console.error('usage: node audit.mjs URL [BEARER_TOKEN]');
  process.exit(2);
}

/** The audits set their own headers; the token, when there is one, goes with each of them. */
function send(input, init = {}) {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
}

const audits = serverAudits({ url, fetchFn: send });
let passed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  const ok = result.status === 'ok';
  passed += ok ? 1 : 0;
  console.log(`${ok ? 'ok    ' : result.status.toUpperCase().padEnd(6)} ${audit.id} ${audit.name}`);
  if (!ok) console.log(`       ${result.reason}`);
}
console.log(`${passed} of ${audits.length} audits pass`);
if (audits.length !== EXPECTED) {
  console.error(`expected ${EXPECTED} audits: has the package changed?`);
}
process.exit(passed === audits.length && audits.length === EXPECTED ? 0 : 1);
