// @ts-check
import assert from 'node:assert/strict';

/**
 * Counts what a trained person presses for one task. Free text (a note) is not counted, since the
 * budgets leave it out; letters typed to find something are.
 */
export class Keys {
  #page;
  count = 0;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** One key, with its modifiers as one: `Control+Enter`.
   * @param {string} key @param {number} [times] */
  async press(key, times = 1) {
    for (let at = 0; at < times; at += 1) {
      await this.#page.keyboard.press(key);
      this.count += 1;
    }
  }

  /** Letters that find or choose something: each counts.
   * @param {string} text */
  async find(text) {
    await this.#page.keyboard.type(text);
    this.count += text.length;
  }

  /** The words of a note: they are the work itself, and not counted.
   * @param {string} text */
  async write(text) {
    await this.#page.keyboard.type(text);
  }

  /** Waits, as a person does, until this has focus.
   * @param {import('playwright-core').Locator} locator */
  async focused(locator) {
    await locator.waitFor();
    await this.#page.waitForFunction(
      (element) => element === document.activeElement,
      await locator.elementHandle(),
    );
  }

  /** @param {number} budget @param {string} task */
  within(budget, task) {
    assert.ok(this.count <= budget, `${task}: ${this.count} keys, at most ${budget}`);
  }
}
