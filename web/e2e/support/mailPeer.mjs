// @ts-check
import { createServer } from 'node:net';

/**
 * A mail server on this machine that takes every message, or refuses every one for good.
 * @param {{ refuses: boolean }} mood may be changed while it runs
 */
export async function startMailPeer(mood) {
  /** @type {string[]} */
  const taken = [];
  const server = createServer((socket) => {
    let inMessage = false;
    let kept = '';
    let message = '';
    const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      kept += chunk;
      for (let end = kept.indexOf('\r\n'); end >= 0; end = kept.indexOf('\r\n')) {
        const line = kept.slice(0, end);
        kept = kept.slice(end + 2);
        if (inMessage) {
          if (line === '.') {
            inMessage = false;
            taken.push(message);
            say('250 taken');
          } else message += `${line}\r\n`;
        } else if (/^(EHLO|HELO)/i.test(line)) say('250 peer.example');
        else if (/^RCPT/i.test(line)) say(mood.refuses ? '550 no' : '250 yes');
        else if (/^DATA/i.test(line)) {
          inMessage = true;
          message = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else say('250 yes');
      }
    });
    say('220 peer.example');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, taken, stop: () => server.close() };
}
