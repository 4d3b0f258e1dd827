// @ts-check
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * A real mail server as a process of its own, which keeps what it takes. SMTP_PEER names the
 * binary, as an absolute path or from the repository's root.
 * @param {string} [fate] what it does with each message, such as `reject-recipient`
 */
export async function startMailServer(fate = 'accept') {
  const binary = process.env.SMTP_PEER;
  if (!binary) throw new Error("SMTP_PEER is not set: the path of the tests' mail server");
  const folder = await mkdtemp(join(tmpdir(), 'trellis-mail-'));
  const child = spawn(resolve('..', binary), [folder, fate], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise((done) => child.once('exit', done));
  const lines = createInterface({ input: child.stdout });
  const address = String(
    await Promise.race([
      new Promise((done) => lines.once('line', done)),
      gone.then(() => {
        throw new Error('the mail server ended before it listened');
      }),
    ]),
  );
  const at = address.lastIndexOf(':');

  /** All it took for this address, in the order of taking. @param {string} to */
  const takenFor = async (to) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.mail')).sort();
    const all = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return all.map(parse).filter((mail) => mail.to.includes(to));
  };
  return {
    /** What a server needs to send here. */
    settings: {
      TRELLIS_SMTP_HOST: address.slice(0, at),
      TRELLIS_SMTP_PORT: address.slice(at + 1),
      TRELLIS_SMTP_SECURITY: 'none',
    },
    takenFor,
    /** From now on it does this. @param {string} next */
    does: (next) => child.stdin.write(`${next}\n`),
    /** The first message for this address, as soon as it has arrived. @param {string} to */
    arrived: async (to) => {
      for (let tries = 0; tries < 300; tries += 1) {
        const [mail] = await takenFor(to);
        if (mail) return mail;
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error('no mail arrived within half a minute');
    },
    stop: async () => {
      child.stdin.end();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A kept message: a line with the sender, a line with the receivers, then what was sent. @param {string} kept */
function parse(kept) {
  const [from = '', to = '', ...rest] = kept.split('\n');
  const raw = rest.join('\n');
  // Soft line ends and coded characters of quoted-printable.
  const text = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return { from, to: to.split(' '), raw, text };
}
