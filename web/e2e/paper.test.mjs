// @ts-check
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, choose, inDrawer, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A plan on paper: for whom, what will be on it, the copy; and the safety plan without a name.

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

const alias = 'Sorrel';
const words = 'I want to draw horses,\nand nobody reads over my shoulder';

/** Somebody's own window, signed in. @param {string} name */
async function at(name) {
  const window = await visit(browser, server.url);
  await signInAs(window.page, { name });
  return window;
}

/** A plan with her words, a goal and a step. @param {import('playwright-core').Page} page */
async function writePlan(page) {
  await page.goto('/cases?view=mine&order=opened');
  await page.getByRole('link', { name: alias }).first().click();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await inDrawer(page, 'Record the voice', (drawer) =>
    drawer.getByLabel(/^Their words, exactly/).fill(words),
  );
  await inDrawer(page, 'Add a strength', async (drawer) => {
    await drawer.getByLabel(/^The strength/).fill('Knows every bird at the brook.');
    await drawer.getByText('Skill', { exact: true }).click();
  });
  await inDrawer(page, 'Add a goal', async (drawer) => {
    await drawer.getByLabel(/^The goal/).fill('An art class on Thursdays');
    await choose(page, 'What is it about?', 'Recreation');
  });
  await inDrawer(page, 'Add a step', async (drawer) => {
    await drawer.getByLabel(/^What is to be done/).fill('Ask at Fern Hollow about the class');
    await drawer.getByLabel(/^By when/).fill('+7');
    await drawer.getByLabel(/^What is to be done/).focus();
  });
}

/** @param {import('playwright-core').Page} page */
const paper = (page) => page.getByRole('article', { name: 'What will be on paper' });

test('rule_077_a_print_out_is_shown_before_it_is_made_and_made_as_it_was_shown', async () => {
  const supervisor = await at('Sage Alder');
  await openCase(supervisor.page, alias);
  await assign(supervisor.page, 'Resource specialist', 'Wren');
  await supervisor.finish();

  const { page, finish } = await at('Wren Cedar');
  await writePlan(page);
  await page.getByRole('link', { name: 'Prepare a print-out' }).click();
  await page.getByText('Who will have the copy?').waitFor();
  await sweep(page, 'paper-for-whom');

  await page.getByText('The young person', { exact: true }).click();
  await paper(page).getByRole('heading', { name: 'What I want' }).waitFor();
  assert.equal(await paper(page).locator('blockquote').textContent(), words);
  assert.doesNotMatch((await paper(page).textContent()) ?? '', new RegExp(alias));
  await sweep(page, 'paper-youth');
  await page.getByText('Español', { exact: true }).click();
  await paper(page).getByRole('heading', { name: 'Lo que quiero' }).waitFor();

  const downloads = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  const file = await downloads;
  assert.equal(file.suggestedFilename(), 'notes-1.pdf');
  const bytes = await readFile(await file.path());
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  await page.getByText('Copy 1 was made').waitFor();
  await page.getByText('Copy 1: The young person').waitFor();
  await sweep(page, 'paper-made');

  await page.getByText('The team', { exact: true }).click();
  await paper(page)
    .getByRole('heading', { name: `Plan: ${alias}` })
    .waitFor();
  await sweep(page, 'paper-team');
  // The pictures are chosen, and shown as they will be drawn.
  await page.getByText('With both pictures', { exact: true }).click();
  await paper(page)
    .getByRole('img', { name: /^Timeline in lanes/ })
    .waitFor();
  await sweep(page, 'paper-pictures');
  const pictured = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  assert.equal((await pictured).suggestedFilename(), 'notes-2.pdf');
  await page.getByText('Safety plan, plain', { exact: true }).click();
  await page.getByText('No safety plan is written yet.').waitFor();
  await finish();
});

test('a page that is printed says what to use instead', async () => {
  const { page, finish } = await at('Wren Cedar');
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Use “Prepare a print-out” on the plan of the case.').waitFor();
  await finish();
});
