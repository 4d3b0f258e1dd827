// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { choose } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// Keeping the directory true: what waits for a curator, what was checked and how.

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

test('rule_081_a_curator_works_through_what_waits_with_the_keyboard', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'DIRECTORY_CURATOR' });
  const work = page.getByRole('region', { name: 'Keep the directory true' });
  await work.getByRole('link', { name: 'To be completed' }).waitFor();
  await sweep(page, 'today-curator');
  await work.getByRole('link', { name: 'Start' }).click();
  await page.getByRole('heading', { level: 1, name: 'Keep the directory true' }).waitFor();
  await page.getByText('Evening Tea Table').waitFor();
  await sweep(page, 'curation-incomplete');

  // J marks the first row, Enter opens what it needs.
  await page.keyboard.press('j');
  await page.locator('tr[data-current]').waitFor();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Complete: Evening Tea Table' });
  await drawer.getByText('Tea, cards and somebody to talk to').waitFor();
  await sweep(page, 'curation-complete');
  await choose(page, 'Kind of help', 'Drop-in');
  await choose(page, 'State or territory it is in', 'Texas');
  await drawer.getByRole('button', { name: 'Complete' }).click();
  await page.getByText('Nothing waits here').waitFor();
  await sweep(page, 'curation-done');

  await page.getByRole('link', { name: /^Their source changed/ }).click();
  await page.getByRole('link', { name: 'Lakeside Youth Rooms' }).waitFor();
  await page.getByRole('cell', { name: /notice, ages/ }).waitFor();
  await sweep(page, 'curation-changed');
  await page.getByRole('button', { name: 'Check: Lakeside Youth Rooms' }).click();
  const check = page.getByRole('dialog', { name: 'Check: Lakeside Youth Rooms' });
  await check.getByText('What they are able to do').click();
  await check.getByText('Doors are not locked', { exact: true }).first().click();
  await check.getByLabel(/^What did you see or hear\?/).fill('The doors open from the inside.');
  await check.getByLabel(/^Notes for those who keep/).fill('Asked for the evening lead.');
  await sweep(page, 'curation-check');
  await check.getByRole('button', { name: 'Checked today' }).click();
  await page.getByText('Nothing waits here').waitFor();
  await page.getByRole('link', { name: /^Checked long ago/ }).click();
  await page.getByRole('row').nth(2).waitFor();
  await sweep(page, 'curation-stale');
  await finish();
});

test('rule_082_a_service_shows_what_was_checked_apart_from_what_it_says_and_what_its_source_tells', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'RESOURCE_SPECIALIST' });
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor();
  await page.getByLabel('Words', { exact: true }).fill('lakeside');
  await page.getByRole('link', { name: 'Lakeside Youth Rooms' }).click();
  const checked = page.getByRole('region', { name: 'What was checked', exact: true });
  await checked.getByText('The license hangs at the front desk.').waitFor();
  await page
    .getByRole('region', { name: 'What it says of itself' })
    .getByText('Accepts siblings')
    .waitFor();
  const told = page.getByRole('region', { name: 'What its source tells' });
  await told.getByText('Hours', { exact: true }).click();
  await told.getByText(/16:00 – 10:00/).waitFor();
  await told.getByText('Places', { exact: true }).click();
  await told.getByText('1 Example Road', { exact: false }).waitFor();
  const history = page.getByRole('region', { name: 'Each time it was checked' });
  await history.getByText(/Maple/).first().waitFor();
  assert.equal(
    await history.getByText('Notes for those who keep the directory').count(),
    0,
    'what curators note is for them',
  );
  await sweep(page, 'service-told');
  await finish();
});
