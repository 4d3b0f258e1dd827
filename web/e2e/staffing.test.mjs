// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, openCase } from './support/daily.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A case is prepared for staffing by keys alone: what is open is on the agenda already.

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

test('RS5: a case is prepared for staffing with at most 12 keys', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Turnstone');
  await assign(page, 'Resource specialist', 'Wren');
  const keys = new Keys(page);
  await keys.press('s');
  const drawer = page.getByRole('dialog', { name: 'Prepare a staffing' });
  await keys.focused(drawer.getByLabel(/^The question/));
  await drawer.getByLabel('There is no plan yet').waitFor();
  await sweep(page, 'staffing-prepare', '[role=dialog]');
  await drawer.getByLabel(/^The question/).focus();
  await keys.press('Control+a');
  await keys.write('Where can she sleep on weekends?');
  await keys.press('Tab');
  await keys.focused(drawer.getByLabel(/^Day/));
  await keys.find('+7');
  await keys.press('Tab');
  await keys.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  keys.within(12, 'RS5');

  // Rule 97: the young person's own is on the agenda, first, and says that nobody asked yet.
  await page.getByText('Where can she sleep on weekends?').waitFor();
  await page.getByText(/Asked to come: .*Wren/).waitFor();
  const items = page.getByRole('list', { name: 'Talked over' }).getByRole('listitem');
  await items.nth(2).waitFor();
  assert.match((await items.nth(0).textContent()) ?? '', /wants the team to know.*not asked yet/);
  assert.match((await items.nth(1).textContent()) ?? '', /does not want shared/);
  assert.match((await items.nth(2).textContent()) ?? '', /There is no plan yet/);
  await sweep(page, 'staffing-agenda');

  await page.getByRole('button', { name: 'Write down what they said' }).click();
  const said = page.getByRole('dialog', { name: 'Write down what they said' });
  await said.getByLabel(/wants the team to know/).fill('my room, with the door that closes');
  await sweep(page, 'staffing-said', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await said.waitFor({ state: 'detached' });
  await page.locator('blockquote', { hasText: 'my room, with the door that closes' }).waitFor();
  await finish();
});
