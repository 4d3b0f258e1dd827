// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit, widths } from './support/browser.mjs';
import { makeCase, programOf, restIsUnknown } from './support/cases.mjs';
import { choose, inDrawer } from './support/daily.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A child goes missing from care, is found, says what she wants, and her plan is approved: the
// beginning of the story in `tests/src/job/recovery`, by the people whose work it is.

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** Her case, and where it is. */
let id = '';
let home = '';
/** Does as Wren does, over the API. @type {import('./support/cases.mjs').Act} */
let wren;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  wren = await programOf(server.url, specialist);
  const sage = await programOf(server.url, supervisor);
  id = await makeCase(sage, alias, { specialist });
  home = `/cases/${id}`;
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const alias = 'Curlew';
const supervisor = 'Sage Alder';
const specialist = 'Wren Cedar';
const center = 'Tell the National Center for Missing & Exploited Children';
const wish = 'i want to see my cousin,\nand nobody locks the door';
const PIN = '4711';

/** Somebody's own window, signed in. @param {string} name @param {{ width?: number, touch?: boolean }} [screen] */
async function at(name, screen) {
  const window = await visit(browser, server.url, screen);
  await signInAs(window.page, { name });
  return window;
}

/**
 * Opens her case at a tab.
 * @param {import('playwright-core').Page} page @param {string} [tab]
 */
async function openTab(page, tab) {
  await page.goto(home);
  await page.getByRole('heading', { level: 1, name: alias }).waitFor();
  if (tab) await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** Records that she left. @param {import('playwright-core').Page} page @param {string} heard a day */
async function leaves(page, heard) {
  await openTab(page, 'Times away');
  await page.getByRole('button', { name: 'Record a time away' }).click();
  const drawer = page.getByRole('dialog', { name: 'Record a time away' });
  await choose(page, 'What fits best?', 'Left a home');
  await drawer.getByLabel(/^When we heard of it/).fill(heard);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Time away' }).waitFor();
}

test('she is missing from care: the clocks run, the first hours are planned, one ends late and says so', async () => {
  const { page, finish } = await at(specialist);
  const keys = new Keys(page);
  await keys.press('/');
  await keys.focused(page.getByRole('dialog', { name: 'Find, or do' }).getByRole('textbox'));
  await keys.find('curle');
  await page.getByRole('option', { name: alias }).first().waitFor();
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: alias }).waitFor();
  keys.within(7, 'RS2');
  await leaves(page, '-2');
  const away = page.url();

  // Rule 63: what happens when she is found is written while nobody knows where she is.
  await page.getByRole('link', { name: alias }).click();
  await page.getByRole('tab', { name: 'Overview' }).click();
  const due = page.getByRole('article', { name: center });
  await due.getByText('Overdue', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Start the immediate plan' }).waitFor();
  await sweep(page, 'recovery-missing');
  await page.getByRole('link', { name: 'Start the immediate plan' }).click();
  await page.getByRole('button', { name: 'Start the immediate plan' }).click();
  await page.getByRole('button', { name: 'Write: Who meets the young person' }).click();
  const drawer = page.getByRole('dialog', { name: 'The first hours after they are found' });
  await drawer
    .getByRole('textbox', { name: 'Who meets the young person' })
    .fill('Wren and her aunt, at the side door.');
  await drawer.getByRole('button', { name: 'Save, then the next' }).click();
  await drawer.getByRole('form', { name: 'What not to say or do' }).waitFor();
  await drawer.getByLabel('It is not known yet').check();
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await restIsUnknown(wren, id);
  await page.reload();
  await page.getByText('Every part says something.').waitFor();

  // Rule 49: both times stand, when it was done and when it was written down.
  await page.goto(away);
  await page.getByRole('button', { name: `Record who was told: ${center}` }).click();
  const notice = page.getByRole('dialog', { name: 'Record who was told' });
  await notice.getByLabel(/^Agency/).fill('National center, call center');
  await notice.getByLabel(/^Person spoken to/).fill('Operator Aspen');
  await notice.getByLabel(/^Their number/).fill('EC-0042');
  await notice.getByLabel(/^When they were told/).fill('today');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await notice.waitFor({ state: 'detached' });
  await due.getByText('Done late', { exact: true }).waitFor();
  await due.getByText(/^Done .*, was due /).waitFor();
  await due.getByText(/^Written down /).waitFor();
  await finish();
});

test('she is found: the plan of the first hours is lived by, each step stamped', async () => {
  const { page, finish } = await at(specialist);
  await openTab(page, 'Times away');
  await page
    .getByRole('link', { name: /Left a home/ })
    .first()
    .click();
  await inDrawer(page, 'They are back', (drawer) =>
    drawer.getByLabel(/^What is known of the return/).fill('At her cousin’s, ate and slept.'),
  );
  await page.getByText('Located and back').first().waitFor();
  await sweep(page, 'recovery-back');
  await page.getByRole('link', { name: alias }).click();
  await page.getByRole('link', { name: 'Open the steps' }).click();
  await page.getByText(/^Back since .* Each step is stamped when it is done\.$/).waitFor();
  await page.getByRole('button', { name: 'Mark as done: Who meets the young person' }).click();
  await page.getByRole('button', { name: 'Not done yet: Who meets the young person' }).waitFor();
  await page
    .getByText(/\d{1,2}:\d\d.*, Wren Cedar$/)
    .first()
    .waitFor();
  await finish();
});

test('on the tablet she says what she wants and sets her own goals; the plan becomes active', async () => {
  const { page, finish } = await at(specialist, { width: widths.tablet, touch: true });
  await openTab(page, 'Plan');
  await page.getByRole('button', { name: 'Start a plan' }).tap();
  await page.getByRole('button', { name: 'Plan together' }).tap();
  await page.getByLabel(/^PIN to come back/).fill(PIN);
  await page.getByRole('button', { name: 'Start', exact: true }).tap();

  await page.getByRole('button', { name: 'Okay, let’s look' }).tap();
  await page.getByLabel('Your words').fill(wish);
  await page.getByRole('button', { name: 'Keep my words' }).tap();
  for (const [goal, area] of /** @type {const} */ ([
    ['sundays at my cousins', 'Family'],
    ['swim again', 'Fun'],
  ])) {
    await page.getByLabel('What I want').fill(goal);
    await page.getByRole('button', { name: 'Keep this' }).tap();
    await page.getByRole('button', { name: area, exact: true }).tap();
    await page.getByLabel('What I want').waitFor();
  }
  for (const step of ['Who feels safe to you?', 'What helps when it gets hard?', 'Thank you']) {
    await page.getByRole('button', { name: 'Go on', exact: true }).tap();
    await page.getByRole('heading', { level: 1, name: step }).waitFor();
  }
  await page.getByRole('button', { name: 'For your worker' }).tap();
  await page.getByLabel('PIN').fill(PIN);
  await page.getByRole('button', { name: 'Open' }).tap();
  await page.waitForURL(/tab=plan/);
  const said = page.locator('blockquote');
  await said.first().waitFor();
  assert.equal(await said.first().textContent(), wish, 'her words are exactly as she said them');

  await inDrawer(page, 'Add a strength', async (drawer) => {
    await drawer.getByLabel(/^The strength/).fill('Her cousin, whom she trusts.');
    await drawer.getByText('Relationship', { exact: true }).tap();
  });
  await page.getByRole('button', { name: 'Make the plan active' }).tap();
  await page.getByText(/^Version \d+ was frozen on/).waitFor();
  await page.getByText('Plan: Active').waitFor();
  await sweep(page, 'recovery-plan');
  await page.goto('/review');
  await page.getByRole('heading', { level: 1, name: 'This cannot be opened' }).waitFor();
  await finish();
});

/**
 * The supervisor looks at the version that waits, or at what is new in it, and approves it.
 * @param {string} goal that stands there
 */
async function approves(goal) {
  const { page, finish } = await at(supervisor);
  await page.getByRole('heading', { name: 'Plans to approve' }).waitFor();
  await page.keyboard.press('r');
  const waiting = page.getByRole('navigation', { name: 'Plans to approve' });
  await waiting.getByText(alias, { exact: true }).click();
  await page.getByText(goal).first().waitFor();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const keys = new Keys(page);
  await keys.press('Enter');
  await keys.focused(page.getByRole('button', { name: 'Approve', exact: true }));
  await keys.press('Enter');
  await waiting.getByText(alias, { exact: true }).waitFor({ state: 'detached' });
  keys.within(4, 'SU2');
  await finish();
}

test('SU2: the supervisor, who did not write it, approves the version', () =>
  approves('sundays at my cousins'));
