// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit, widths } from './support/browser.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// What is around every screen: signing in and out, finding the way by keyboard, settings.

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

test('a visitor is told nothing but how to sign in, and keeps what was typed', async () => {
  const { page, finish } = await visit(browser, server.url);
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor();
  assert.equal(await page.title(), 'Notes');
  await sweep(page, 'sign-in');
  await page.getByLabel('Sign-in name').fill('nobody@trellis.example');
  await page.getByLabel(/^Password/).fill('not the right words');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert').filter({ hasText: 'do not go together' });
  await summary.waitFor();
  assert.equal(await page.getByLabel('Sign-in name').inputValue(), 'nobody@trellis.example');
  await finish();
});

test('Today, help, palette and settings pass the audit in every width', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await sweep(page, 'today');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys and help' }).waitFor();
  await sweep(page, 'help', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Find, or do' }).waitFor();
  await sweep(page, 'palette', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto('/me');
  await page.getByText('This one').waitFor();
  await sweep(page, 'me');
  await page.setViewportSize({ width: widths.phone, height: 844 });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog', { name: 'More' }).waitFor();
  await sweep(page, 'more', '[role=dialog]');
  await finish();
});

test('everything is reached by keys, and no key leaks into the field that gets focus', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  const keys = new Keys(page);
  await keys.press('/');
  const field = page.getByRole('dialog', { name: 'Find, or do' }).getByRole('textbox');
  await keys.focused(field);
  assert.equal(await field.inputValue(), '', 'the slash itself is not typed');
  await keys.find('today');
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  keys.within(7, 'RS2 find');

  await page.goto('/me');
  await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  await page.goto('/me');
  await page.getByText('Off', { exact: true }).click();
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await page.waitForTimeout(300);
  assert.equal(await page.getByRole('dialog').count(), 0, 'single keys are off');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find, or do' }).waitFor();
  await finish();
});

test('Spanish is whole: the page and its language change together', async () => {
  const { page, finish } = await visit(browser, server.url, { language: 'es' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Iniciar sesión' }).first().waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await finish();
});

test('a session that ends leaves what was typed in its place', async () => {
  const { page, finish } = await visit(browser, server.url);
  const persona = await signInAs(page, { role: 'SUPERVISOR' });
  await page.goto('/me');
  await page.getByLabel('The one you have now').fill('half a thought');
  await page.request.post('/auth/sign-out', { headers: { 'x-trellis': '1' }, data: {} });
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('What you were writing is still here').waitFor();
  await page.getByLabel('Sign-in name').fill(persona.login);
  await page
    .getByLabel(/^Password/)
    .first()
    .fill(persona.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor();
  assert.equal(await page.getByLabel('The one you have now').inputValue(), 'half a thought');
  await finish();
});
