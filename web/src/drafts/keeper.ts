/** What the server says to a save: kept under a new version, a newer one is there, or no answer. */
export type SaveAnswer =
  | { kind: 'saved'; version: number; at: string }
  | { kind: 'newer'; version: number }
  | { kind: 'failed' };

export interface DraftStore {
  load: () => Promise<{ version: number; at: string; content: string } | null>;
  save: (content: string, version: number) => Promise<SaveAnswer>;
  discard: () => Promise<void>;
}

export type DraftState =
  | { kind: 'clean' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Not on the server yet; here in memory, and tried again by itself. */
  | { kind: 'kept' };

const debounceMs = 1200;
const retryMs = [2000, 5000, 15_000, 30_000] as const;

/**
 * Keeps one form's text on the server: a moment after the last change, one save at a time, and
 * again until it is there. A draft that another tab saved meanwhile does not stop this one: its
 * version is taken over, and what is typed here, where the person is, is kept.
 */
export class DraftKeeper {
  #store: DraftStore;
  #tell: (state: DraftState) => void;
  #version = 0;
  #pending: string | undefined;
  #saving: Promise<void> | undefined;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(store: DraftStore, tell: (state: DraftState) => void) {
    this.#store = store;
    this.#tell = tell;
  }

  /** The content of an earlier draft, unless something has been typed before it arrived. */
  async restore(): Promise<string | undefined> {
    const draft = await this.#store.load();
    if (!draft || this.#closed) return undefined;
    this.#version = Math.max(this.#version, draft.version);
    if (this.#pending !== undefined) return undefined;
    this.#tell({ kind: 'saved', at: draft.at });
    return draft.content;
  }

  changed(content: string): void {
    if (this.#closed) return;
    this.#pending = content;
    this.#wait(debounceMs);
  }

  /** Saves what is not saved yet, now. */
  flush(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** The form was sent, or given up on purpose: the draft goes, also one still on its way. */
  async discard(): Promise<void> {
    this.#close();
    this.#pending = undefined;
    await this.#saving;
    this.#tell({ kind: 'clean' });
    await this.#store.discard();
  }

  /** The form leaves the screen: one last try for what is not saved yet. */
  async leave(): Promise<void> {
    clearTimeout(this.#timer);
    await this.flush();
    this.#close();
  }

  #close() {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #save(): Promise<void> {
    const content = this.#pending;
    clearTimeout(this.#timer);
    if (content === undefined || this.#closed) return;
    this.#tell({ kind: 'saving' });
    const answer = await this.#store.save(content, this.#version);
    if (answer.kind !== 'failed') this.#version = answer.version;
    if (this.#closed) return;
    if (answer.kind === 'saved') {
      this.#tries = 0;
      if (this.#pending === content) this.#pending = undefined;
      else this.#wait(debounceMs);
      this.#tell({ kind: 'saved', at: answer.at });
      return;
    }
    this.#tell({ kind: 'kept' });
    this.#wait(answer.kind === 'newer' ? 0 : (retryMs[this.#tries] ?? retryMs[3]));
    this.#tries += 1;
  }
}
