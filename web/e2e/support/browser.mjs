// @ts-check
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

/** The system's browser: CHROMIUM names it, else it is looked for on the path. */
function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error('no Chromium: install it, or name it in CHROMIUM');
}

/** One browser for a file of tests. */
export const openBrowser = () =>
  chromium.launch({
    executablePath: browserPath(),
    // A container's root user has no sandbox to use; the pages are ours alone.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

export const widths = /** @type {const} */ ({ phone: 390, tablet: 768, desk: 1400 });

/**
 * A fresh visitor with a page that is watched: requests to other origins are refused and counted,
 * and errors, refused styles and scripts are collected. `finish` asserts that there were none.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url the server's
 * @param {{ width?: number, scheme?: 'light' | 'dark', language?: 'en' | 'es', touch?: boolean }} [options]
 */
export async function visit(browser, url, options = {}) {
  const { width = widths.desk, scheme = 'light', language = 'en', touch = false } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: scheme,
    locale: language === 'es' ? 'es-US' : 'en-US',
    timezoneId: 'America/Chicago',
    hasTouch: touch,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const foreign = [];
  /** @type {string[]} */
  const faults = [];
  const own = new URL(url).origin;
  await page.route('**/*', (route) => {
    const asked = new URL(route.request().url());
    if (asked.origin === own || asked.protocol === 'data:') return route.continue();
    foreign.push(asked.href);
    return route.abort();
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A visitor without a session is told so by status 401; the browser prints that by itself.
    if (message.type() === 'error' && !/status of 401/.test(message.text())) {
      faults.push(`console: ${message.text()}`);
    }
  });
  const finish = async () => {
    await context.close();
    assert.deepEqual(foreign, [], 'no other origin is asked for anything');
    assert.deepEqual(faults, [], 'the page had no error and the policy refused nothing');
  };
  return { page, context, foreign, faults, finish };
}

/**
 * Signs in with one of the demo's people, by role or by name, from the sign-in screen.
 * @param {import('playwright-core').Page} page
 * @param {{ role?: string, name?: string }} who such as { role: 'SUPERVISOR' }
 * @param {string} [from] where they begin, such as the link of a mail
 */
export async function signInAs(page, who, from = '/') {
  const answer = await page.request.get('/auth/config');
  /** @type {{ demoSignIns: { login: string, password: string, name: string, roles: string[] }[] }} */
  const { demoSignIns } = await answer.json();
  const persona = demoSignIns.find(
    (one) =>
      (who.name ? one.name === who.name : true) && (who.role ? one.roles.includes(who.role) : true),
  );
  assert.ok(persona, `a demo sign-in for ${JSON.stringify(who)}`);
  await page.goto(from);
  await page.getByLabel('Sign-in name').fill(persona.login);
  await page.getByLabel(/^Password/).fill(persona.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor({ state: 'attached' });
  await page.locator('[data-page-title]').waitFor();
  return persona;
}
