// Checks what can be checked of Dockerfile and docker-compose.yml without an engine: that they parse,
// that what they copy is there, that every setting they name is one of the server's, and that the
// server runs as nobody on a root that cannot be written.
//   node tests/run/containers.mjs TRELLIS-BINARY
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parse } = createRequire(new URL('../../web/package.json', import.meta.url))('yaml');
const binary = process.argv[2];
const dockerfile = readFileSync('Dockerfile', 'utf8').replace(/\\\n\s*/g, ' ');
const lines = dockerfile.split('\n').filter((line) => line && !line.startsWith('#'));
const stages = dockerfile.split(/^FROM /m).slice(1);
const last = stages.at(-1);

for (const line of lines.filter((one) => one.startsWith('COPY ') && !one.includes('--from='))) {
  for (const source of line.split(/\s+/).slice(1, -1)) {
    assert.ok(existsSync(source), `Dockerfile copies ${source}, which is not there`);
  }
}
const from = [...dockerfile.matchAll(/COPY --from=(\S+)/g)].map((match) => match[1]);
for (const stage of from) assert.match(dockerfile, new RegExp(`^FROM \\S+ AS ${stage}$`, 'm'));
assert.match(last, /^USER [1-9]\d*:[1-9]\d*$/m, 'the server runs as nobody in particular');
assert.match(last, /^HEALTHCHECK .*\/readyz/m, 'its health is asked for');
const check = JSON.parse(last.match(/^HEALTHCHECK .*? CMD (\[.*\])$/m)[1]);
assert.equal(check[0], 'bash');

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { strict: true, uniqueKeys: true });
assert.deepEqual(Object.keys(compose.services).sort(), ['database', 'mail', 'server']);
for (const [name, service] of Object.entries(compose.services)) {
  assert.ok(!service.privileged, `${name} is privileged`);
  assert.ok(service.security_opt.includes('no-new-privileges:true'), name);
  for (const port of service.ports ?? []) assert.match(port, /^127\.0\.0\.1:/, `${name} is open to the network`);
  for (const secret of service.secrets ?? []) assert.ok(compose.secrets[secret], `${name}: ${secret}`);
  for (const volume of service.volumes ?? []) assert.ok(volume.split(':')[0] in compose.volumes, volume);
  for (const [key, value] of Object.entries(service.environment ?? {})) {
    assert.equal(typeof value, 'string', `${key} would be read as something else than text`);
    assert.ok(!/PASSWORD$|_URL$/.test(key) || !/:[^/].*@/.test(value), `${key} holds a secret`);
  }
}
const { server } = compose.services;
assert.equal(server.read_only, true);
assert.deepEqual(server.cap_drop, ['ALL']);

// A setting with a misspelt name would be silently without effect.
const help = execFileSync(binary, ['serve', '--help'], { encoding: 'utf8' });
const named = new Set([...dockerfile.matchAll(/\bTRELLIS_[A-Z_]+/g)].map((match) => match[0]));
for (const key of Object.keys(server.environment)) named.add(key);
for (const key of named) assert.match(help, new RegExp(`\\b${key}\\b`), `${key} is no setting of the server`);
console.log(`Dockerfile and docker-compose.yml hold (${named.size} settings known)`);
