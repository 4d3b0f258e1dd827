// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// The plan on a device in the young person's hands: her words, her goals, and no way out but the PIN.

const PIN = '4711';
const WORDS = '  i wanna draw agen!!  y ver a mi abuela \n';

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {import('playwright-core').Page} page @param {string} name */
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

/** @param {import('playwright-core').Page} page @param {string} pin */
async function give(page, pin) {
  const dialog = page.getByRole('dialog', { name: 'For your worker' });
  await dialog.getByLabel('PIN').fill(pin);
  await dialog.getByRole('button', { name: 'Open' }).click();
}

test('rule_077_rule_010_she_sets_her_own_goals_and_only_the_pin_leads_out', async () => {
  const { page, context, faults, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Yarrow');
  const back = page.url();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await page.getByRole('button', { name: 'Plan together' }).click();
  const drawer = page.getByRole('dialog', { name: 'Plan together' });
  await drawer.getByLabel(/^PIN to come back/).fill('12');
  await drawer.getByRole('button', { name: 'Start', exact: true }).click();
  await drawer.getByText('Choose 4 to 8 digits.').first().waitFor();
  await drawer.getByLabel(/^PIN to come back/).fill(PIN);
  await sweep(page, 'together-start', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Start', exact: true }).click();

  await page.getByRole('button', { name: 'Okay, let’s look' }).waitFor();
  assert.match(page.url(), /\/together$/, 'the address says nothing of the case');
  assert.equal(await page.getByRole('navigation').count(), 0, 'nothing leads elsewhere');
  await page.getByRole('button', { name: 'Leave' }).waitFor();
  await sweep(page, 'together-welcome');
  await page.getByRole('button', { name: 'Okay, let’s look' }).click();

  await heading(page, 'What do you want?');
  const words = page.getByLabel('Your words');
  assert.equal(await words.getAttribute('spellcheck'), 'false');
  assert.equal(await words.getAttribute('autocorrect'), 'off');
  await words.fill(WORDS);
  await sweep(page, 'together-words');
  await page.getByRole('button', { name: 'Keep my words' }).click();

  await heading(page, 'Is there something you want to do, or to be different?');
  await page.getByLabel('What I want').fill('paint 1 wall in my room ');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await heading(page, 'What is it about?');
  await sweep(page, 'together-area');
  await page.getByRole('button', { name: 'Fun', exact: true }).click();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();

  await heading(page, 'Who feels safe to you?');
  await page.getByLabel('Somebody else').fill('Aunt Linden');
  await page.getByRole('button', { name: 'Keep this person' }).click();
  await page.getByRole('button', { name: 'Aunt Linden', pressed: true }).waitFor();
  await sweep(page, 'together-people');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();

  // The server is gone for a while: she is told to pause, and nothing of what she says is lost.
  await heading(page, 'What helps when it gets hard?');
  await server.down();
  await page.getByLabel('Something else that helps').fill('drawing birds');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await heading(page, 'Let’s pause, your worker will look');
  assert.equal(await page.getByRole('alert').count(), 0, 'she is shown no error');
  await sweep(page, 'together-pause');
  await server.up();
  await page.getByRole('button', { name: 'drawing birds', pressed: true }).waitFor();
  const offline = faults.filter((fault) => !/Failed to load resource|ERR_/.test(fault));
  assert.deepEqual(offline, [], 'that the server was away is all that the console says');

  // The server came back with the session as narrow as it was: here, in another tab, after a reload.
  await page.reload();
  await page.getByRole('button', { name: 'Okay, let’s look' }).waitFor();
  await page.goto(back);
  await page.getByRole('button', { name: 'Okay, let’s look' }).waitFor();
  const other = await context.newPage();
  await other.goto('/cases');
  await other.waitForURL('**/together');
  await other.close();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  assert.match(page.url(), /\/together$/);
  assert.equal(await page.getByRole('dialog').count(), 0, 'no key opens anything');
  await page.getByText('Español').click();
  await page.getByRole('button', { name: 'Bien, vamos a ver' }).waitFor();
  await sweep(page, 'together-es');
  await page.getByText('English').click();

  // Her goal, once more: what she thinks of it is a choice, and "not now" is one too.
  await page.getByRole('button', { name: 'Okay, let’s look' }).click();
  assert.equal(await page.getByLabel('Your words').inputValue(), WORDS);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await heading(page, 'You said you want this');
  await sweep(page, 'together-goal');
  await page.getByRole('button', { name: 'Yes, I want this' }).click();
  await heading(page, 'Is there something you want to do, or to be different?');
  await page.getByRole('button', { name: 'Not now' }).click();
  await heading(page, 'That is okay');
  await page.getByRole('button', { name: 'Not now' }).click();
  await heading(page, 'Thank you');
  await sweep(page, 'together-done');

  await page.getByRole('button', { name: 'For your worker' }).click();
  await give(page, '0000');
  await page.getByText('Try the PIN again.').waitFor();
  await sweep(page, 'together-pin', '[role=dialog]');
  await give(page, PIN);
  await page.waitForURL(/tab=plan/);
  await page.locator('blockquote', { hasText: 'i wanna draw agen!!' }).waitFor();
  await page.getByText('paint 1 wall in my room').first().waitFor();
  await page.getByText('What they think of a goal').waitFor();
  await sweep(page, 'together-plan');
  faults.splice(
    0,
    faults.length,
    ...faults.filter((one) => !/Failed to load resource|ERR_/.test(one)),
  );
  await finish();
});
