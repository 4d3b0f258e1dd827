// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// What a court or the law demands.

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

test('rule_022_rule_023_rule_028_what_is_demanded_is_shown_first_and_kept_with_its_papers', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  await openCase(page, 'Sweetgale');
  await page.getByRole('tab', { name: 'Releases' }).click();
  await page.getByRole('button', { name: 'Share what is demanded' }).click();
  const drawer = page.getByRole('dialog', { name: 'What a court or the law demands' });
  const show = drawer.getByRole('button', { name: 'Show what will be sent' });
  await show.click();
  await drawer.getByRole('link', { name: 'Choose what demands it.' }).waitFor();
  await sweep(page, 'compel-missing', '[role=dialog]');
  // A subpoena without its papers is refused, with its reason in words.
  await drawer.getByText('A subpoena', { exact: true }).click();
  await drawer.getByLabel(/^The paper's number/).fill('Order 26-0114');
  await drawer.getByLabel(/^Who receives it/).fill('Example County Court');
  await drawer.getByText('Who they are', { exact: true }).click();
  await drawer.getByText('On paper', { exact: true }).click();
  await sweep(page, 'compel-subpoena', '[role=dialog]');
  await show.click();
  await drawer.getByText('What it rests on is not complete.').waitFor();
  await sweep(page, 'compel-refused', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Back to choosing' }).click();

  await drawer.getByText('An order of a court', { exact: true }).click();
  await choose(page, 'Which supervisor approved it?', 'Rowan');
  await drawer.getByText('It would not have been safe').click();
  await drawer.getByLabel(/^Why was it unsafe/).fill('Somebody reads the phone.');
  await drawer.getByLabel(/^What was done to keep them safe/).fill('The hearing is closed.');
  await show.click();
  const all = drawer.getByRole('region', { name: 'What is sent' });
  await all.getByText('Sweetgale', { exact: true }).waitFor();
  await sweep(page, 'compel-preview', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Share exactly this' }).click();
  await drawer.getByText('It is written down as shared').waitFor();
  await drawer.getByRole('button', { name: 'Close' }).last().click();
  const made = page.getByRole('list', { name: 'What was shared' }).getByRole('listitem').first();
  await made.getByText('Rowan Birch').waitFor();
  await made.getByText('Somebody reads the phone.').waitFor();
  await made.getByText('The hearing is closed.').waitFor();
  await made.scrollIntoViewIfNeeded();
  await sweep(page, 'compel-kept');

  // A report takes what belongs into its type, and no other word.
  await page.getByRole('button', { name: 'Share what is demanded' }).click();
  await drawer.getByText('A report that the law demands', { exact: true }).click();
  await drawer.getByText('A missing child', { exact: true }).click();
  const kinds = drawer.getByRole('group', { name: /^What is shared/ });
  assert.equal(await kinds.getByText('School', { exact: true }).count(), 0);
  await kinds.getByText('What they look like', { exact: true }).waitFor();
  await sweep(page, 'compel-report', '[role=dialog]');
  await finish();
});
