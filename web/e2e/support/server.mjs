// @ts-check
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A real server of its own, with invented people, a fresh database and a free port.
 * TRELLIS_BIN names the binary, as an absolute path or from the repository's root. With
 * TRELLIS_URL a demo server that is running already is used instead, while writing tests.
 * TRELLIS_DEMO_DATA names a data folder filled by `trellis seed --demo`, which is copied; without
 * it the server fills its own, which takes its time.
 * @param {{ args?: string[], env?: Record<string, string> }} [options] further flags and variables
 */
export async function startServer({ args = [], env = {} } = {}) {
  const running = process.env.TRELLIS_URL;
  if (running) {
    const never = async () => {};
    return { url: running, data: '', stop: never, down: never, up: never, log: () => '' };
  }
  const binary = process.env.TRELLIS_BIN;
  if (!binary) throw new Error('TRELLIS_BIN is not set: the path of the trellis binary to test');
  const data = await mkdtemp(join(tmpdir(), 'trellis-e2e-'));
  if (process.env.TRELLIS_DEMO_DATA)
    await cp(process.env.TRELLIS_DEMO_DATA, data, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let log = '';
  const keep = (/** @type {Buffer} */ chunk) => {
    log = (log + chunk).slice(-20_000);
  };
  const start = () => {
    const child = spawn(
      resolve('..', binary),
      ['serve', '--demo', '--listen', `127.0.0.1:${port}`, '--data', data, ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          TRELLIS_METRICS_LISTEN: '127.0.0.1:0',
          ...process.env,
          TRELLIS_PUBLIC_URL: url,
          ...env,
        },
      },
    );
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const one = { child, exited: false, gone: Promise.resolve() };
    one.gone = new Promise((done) => child.once('exit', done)).then(() => {
      one.exited = true;
    });
    return one;
  };
  let now = start();

  const stop = async () => {
    now.child.kill('SIGTERM');
    await Promise.race([now.gone, pause(12_000)]);
    if (!now.exited) now.child.kill('SIGKILL');
    await now.gone;
    await rm(data, { recursive: true, force: true });
  };
  /** Kills it where it stands; `up` starts it again on the same data and port. */
  const down = async () => {
    now.child.kill('SIGKILL');
    await now.gone;
  };
  const up = async () => {
    now = start();
    await answers();
  };
  const answers = async () => {
    for (let tries = 0; tries < 600; tries += 1) {
      if (now.exited) throw new Error(`the server ended before it was ready:\n${log}`);
      if (await ready(url)) return;
      await pause(100);
    }
    await stop();
    throw new Error(`the server was not ready within a minute:\n${log}`);
  };
  await answers();
  return { url, data, stop, down, up, log: () => log };
}

/** @param {string} url */
async function ready(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
