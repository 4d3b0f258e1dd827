import type { Outcome } from '~/ui';

/** Something that was said or chosen, on its way to the server. */
export interface Sending {
  /** What it was, for the worker, should it not arrive. */
  words: string;
  /** Sends it; the same each time, under one client key. */
  send: () => Promise<Outcome<unknown>>;
}

/**
 * `sending` also while the first try again is under way; `waiting` when there was no answer more
 * than once; `stopped` when the server said no, which only the worker can look at.
 */
export type OutboxState = 'empty' | 'sending' | 'waiting' | 'stopped';

/** So long until it is tried again: soon at first, and calmly then. */
const pauses = [400, 2000];

/**
 * What the young person said and chose, in order, until the server has it. A network that is gone
 * for a while loses nothing: each is sent again under the same key, so that it is recorded once.
 */
export class Outbox {
  state: OutboxState = 'empty';
  /** Why it stopped, or what the last try met; for the worker alone. */
  cause: string | undefined;
  readonly kept: Sending[] = [];
  #running = false;
  #tries = 0;
  readonly #listeners = new Set<() => void>();

  subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  add(sending: Sending): void {
    this.kept.push(sending);
    if (this.state !== 'stopped') void this.run();
  }

  /** Sends what is kept, one after the other. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let next = this.kept[0];
    while (next) {
      this.#be(this.#tries > 1 ? 'waiting' : 'sending');
      const outcome = await next.send();
      if (outcome.kind === 'done') {
        this.kept.shift();
        this.#tries = 0;
      } else {
        this.cause = outcome.message;
        if (outcome.kind !== 'fault') break;
        this.#tries += 1;
        this.#be(this.#tries > 1 ? 'waiting' : 'sending');
        await new Promise((done) => setTimeout(done, pauses[Math.min(this.#tries, 2) - 1]));
      }
      next = this.kept[0];
    }
    this.#running = false;
    if (!next) this.cause = undefined;
    this.#be(next ? 'stopped' : 'empty');
  }

  #be(state: OutboxState): void {
    if (state === this.state) return;
    this.state = state;
    for (const tell of this.#listeners) tell();
  }
}
