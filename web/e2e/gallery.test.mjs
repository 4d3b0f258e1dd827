// @ts-check
import { after, before, test } from 'node:test';
import { createServer } from 'vite';
import { openBrowser, visit } from './support/browser.mjs';
import { sweep } from './support/sweep.mjs';

// Every component of ui/, each in its states, swept with its overlays open.

/** @type {import('vite').ViteDevServer} */
let vite;
/** @type {import('playwright-core').Browser} */
let browser;
let url = '';

before(async () => {
  vite = await createServer({
    server: { port: 0, host: '127.0.0.1', hmr: false },
    logLevel: 'error',
  });
  await vite.listen();
  url = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await vite?.close();
});

test('every component passes the audit, closed and open, in light and dark', async () => {
  const { page, finish } = await visit(browser, url);
  await page.route('**/auth/config', (route) => route.fulfill({ json: {} }));
  // The first load waits until the dev server has put the libraries together.
  await page.goto('/dev/ui', { timeout: 120_000, waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Components' }).waitFor({ timeout: 120_000 });
  await page.getByRole('status').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  await sweep(page, 'ui');

  await page.getByRole('button', { name: 'Save contact' }).first().click();
  await page.getByText('need another look').waitFor();
  await sweep(page, 'ui-problems', 'form');

  await page.getByRole('button', { name: 'Save contact' }).first().click();
  await page.getByRole('dialog', { name: 'Somebody else changed this too' }).waitFor();
  await sweep(page, 'ui-conflict', '[role=dialog]');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Show Legal name' }).click();
  await page.getByLabel('Why do you need to see this?').waitFor();
  await sweep(page, 'ui-reveal', '[role=dialog]');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
  await sweep(page, 'ui-menu', '[role=menu]');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Open the drawer' }).click();
  const drawer = page.getByRole('dialog', { name: 'Log a contact' });
  await drawer.getByRole('combobox', { name: 'Service' }).focus();
  await page.keyboard.type('tr');
  await drawer.getByRole('option', { name: 'Transport' }).waitFor();
  await sweep(page, 'ui-drawer-select', '[role=dialog]');
  await page.keyboard.press('Enter');
  await drawer.getByRole('textbox', { name: 'Next contact' }).click();
  await page.waitForTimeout(300);
  await sweep(page, 'ui-drawer-date', '[role=dialog]');
  await finish();
});
