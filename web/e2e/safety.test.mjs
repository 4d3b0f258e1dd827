// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// The safety interface: leaving, covering, what stays behind, what comes out of the printer.

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ leaveUrl: string, privacyMinutes: number, idleMinutes: number }} */
let config;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  config = await (await fetch(`${server.url}/auth/config`)).json();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/**
 * Stands in for the neutral site, and keeps what it is told about where the visitor came from.
 * @param {import('playwright-core').Page} page
 */
async function neutralSite(page) {
  /** @type {(string | undefined)[]} */
  const referrers = [];
  if (config.leaveUrl.startsWith('http')) {
    await page.route(`${new URL(config.leaveUrl).origin}/**`, (route) => {
      referrers.push(route.request().headers().referer);
      return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' });
    });
  }
  return referrers;
}

/** @param {import('playwright-core').Page} page */
async function hasLeft(page) {
  await page.waitForURL((url) => url.origin !== new URL(server.url).origin);
  assert.equal((await page.evaluate(() => document.body.innerText)).trim(), '');
  assert.equal(await page.evaluate(() => document.referrer), '');
}

/** @param {import('playwright-core').Page} page */
async function sessionIsOver(page) {
  await page.goto(server.url);
  await page.getByLabel('Sign-in name').waitFor();
}

test('rule_121_leave_blanks_ends_the_session_and_goes_without_a_referrer', async () => {
  const { page, finish } = await visit(browser, server.url);
  const referrers = await neutralSite(page);
  await signInAs(page, { role: 'SUPERVISOR' });
  await page.getByRole('button', { name: 'Leave' }).click();
  await hasLeft(page);
  assert.ok(referrers.every((referrer) => referrer === undefined));
  await sessionIsOver(page);
  await finish();
});

test('rule_121_shift_three_times_leaves_from_any_page_and_from_within_a_field', async () => {
  const { page, finish } = await visit(browser, server.url);
  await neutralSite(page);
  await signInAs(page, { role: 'FAMILY_ADVOCACY_SPECIALIST' });
  await page.goto('/me');
  await page.getByLabel('The one you have now').focus();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.getByText('Shift once more to leave').waitFor();
  await page.keyboard.press('Shift');
  await hasLeft(page);
  await sessionIsOver(page);
  await finish();
});

test('rule_124_back_after_leaving_shows_nothing', async () => {
  const { page, finish } = await visit(browser, server.url);
  await neutralSite(page);
  const persona = await signInAs(page, { role: 'SUPERVISOR' });
  await page.goto('/me');
  await page.getByText('This one').waitFor();
  await page.getByRole('button', { name: 'Leave' }).click();
  await hasLeft(page);
  await page.goBack();
  await page.getByLabel('Sign-in name').waitFor();
  assert.equal((await page.locator('body').innerText()).includes(`${persona.name},`), false);
  await finish();
});

test('rule_123_and_124_title_cookies_storage_and_addresses_say_nothing', async () => {
  const { page, context, finish } = await visit(browser, server.url);
  /** @type {string[]} */
  const stored = [];
  page.on('response', async (response) => {
    if (!new URL(response.url()).pathname.startsWith('/graphql')) return;
    const { 'cache-control': control = '' } = response.headers();
    if (!control.includes('no-store')) stored.push(response.url());
  });
  const persona = await signInAs(page, { role: 'SUPERVISOR' });
  await page.goto('/me');
  await page.getByText('This one').waitFor();
  assert.equal(await page.title(), 'Notes');
  assert.deepEqual(stored, [], 'no answer may be kept by the browser');
  const kept = await page.evaluate(() => [
    Object.keys(localStorage),
    Object.keys(sessionStorage).filter((key) => !key.startsWith('tsr-scroll')),
  ]);
  assert.deepEqual(
    kept.flat().filter((key) => key !== 'p'),
    [],
  );
  const cookies = await context.cookies();
  for (const cookie of cookies) {
    assert.match(cookie.name, /^(__Host-|__Secure-)?[a-z]{1,2}$/);
    assert.equal(cookie.httpOnly, true);
  }
  assert.equal(page.url().includes(persona.name), false);
  await finish();
});

test('rule_128_help_by_phone_needs_no_session_and_sets_no_cookie', async () => {
  const { page, context, finish } = await visit(browser, server.url);
  await page.goto('/hotlines');
  await page.getByRole('heading', { name: 'Help by phone' }).waitFor();
  assert.deepEqual(await context.cookies(), []);
  await sweep(page, 'hotlines');
  await finish();
});

test('the printer gets one sentence', async () => {
  const { page, finish } = await visit(browser, server.url);
  const persona = await signInAs(page, { role: 'SUPERVISOR' });
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('body').innerText();
  assert.match(printed, /not made for printing/);
  assert.equal(printed.includes(persona.name), false);
  await finish();
});

test('a quiet page covers itself, and asks before the session ends', async () => {
  const { page, finish } = await visit(browser, server.url);
  await page.clock.install();
  const persona = await signInAs(page, { role: 'SUPERVISOR' });
  await page.clock.fastForward(config.privacyMinutes * 60_000 + 10_000);
  await page.getByRole('dialog', { name: 'Notes' }).waitFor();
  assert.equal(await page.getByText(persona.name).filter({ visible: true }).count(), 0);
  await sweep(page, 'covered');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.clock.fastForward(config.idleMinutes * 60_000 - 90_000);
  const asking = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await asking.waitFor();
  await sweep(page, 'idle', '[role=alertdialog]');
  await page.getByRole('button', { name: 'Stay' }).click();
  await asking.waitFor({ state: 'detached' });
  await finish();
});
