// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, choose, inDrawer, openCase } from './support/daily.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A plan through its versions: frozen, approved, changed, reviewed, and read back.

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

const alias = 'Teasel';
const words = 'i want to  ride,\nand nobody asks why';

/** Somebody's own window, signed in. @param {string} name */
async function at(name) {
  const window = await visit(browser, server.url);
  await signInAs(window.page, { name });
  return window;
}

/** @param {import('playwright-core').Page} page */
async function openPlan(page) {
  await page.goto('/cases?view=mine&order=opened');
  await page.getByRole('link', { name: alias }).first().click();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('heading', { name: 'Versions of the plan' }).waitFor();
}

/** The part of the queue with the decision. @param {import('playwright-core').Page} page */
const queue = (page) => page.getByRole('navigation', { name: 'Plans to approve' });

test('rule_071_a_plan_that_becomes_active_is_frozen_and_reads_back_to_any_day', async () => {
  const supervisor = await at('Sage Alder');
  await openCase(supervisor.page, alias);
  await assign(supervisor.page, 'Resource specialist', 'Wren');
  await supervisor.finish();

  const { page, finish } = await at('Wren Cedar');
  await page.goto('/cases?view=mine&order=opened');
  await page.getByRole('link', { name: alias }).first().click();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await inDrawer(page, 'Record the voice', (drawer) =>
    drawer.getByLabel(/^Their words, exactly/).fill(words),
  );
  await inDrawer(page, 'Add a strength', async (drawer) => {
    await drawer.getByLabel(/^The strength/).fill('Knows every horse by name.');
    await drawer.getByText('Skill', { exact: true }).click();
  });
  await inDrawer(page, 'Add a goal', async (drawer) => {
    await drawer.getByLabel(/^The goal/).fill('ride on Sundays');
    await drawer.getByLabel(/own words/).check();
    await choose(page, 'What is it about?', 'Recreation');
  });
  await inDrawer(page, 'Add a step', async (drawer) => {
    await drawer.getByLabel(/^What is to be done/).fill('Ask the stable at Juniper Hollow');
    await drawer.getByLabel(/^By when/).fill('+7');
    await drawer.getByLabel(/^What is to be done/).focus();
  });
  await page.getByText('A version is frozen when the plan becomes active.').waitFor();
  await page.getByRole('button', { name: 'Make the plan active' }).click();
  await page.getByText(/^Version \d+ was frozen on/).waitFor();
  // Prompts are quiet: a list, and nothing that is told as an error.
  await page.getByText('The right not to take part was not explained yet.').waitFor();
  assert.equal(await page.getByRole('alert').count(), 0, 'no prompt is an error');

  await page.getByRole('link', { name: 'All versions' }).click();
  await page.getByRole('link', { name: /^Read version/ }).waitFor();
  await sweep(page, 'versions');
  await page.getByRole('link', { name: /^Read version/ }).click();
  const quote = page.locator('blockquote');
  await quote.waitFor();
  assert.equal(await quote.textContent(), words, 'her words are exactly as she said them');
  await sweep(page, 'version-read');

  await page.getByRole('link', { name: 'As it was on a day' }).click();
  await page.getByLabel('Which day?').fill('2020-02-29');
  await page.keyboard.press('Tab');
  await page.getByText('There was no plan on February 29, 2020').waitFor();
  await sweep(page, 'version-day-none');
  await page.getByLabel('Which day?').fill(new Date().toISOString().slice(0, 10));
  await page.keyboard.press('Tab');
  await page.getByText(/^Version \d+ was in force on/).waitFor();
  assert.equal(await quote.textContent(), words, 'and they are the same on that day');
  await sweep(page, 'version-day');
  await finish();
});

test('SU2: plans are approved or given back with at most four keys each', async () => {
  const { page, finish } = await at('Sage Alder');
  await page.getByRole('heading', { name: 'Plans to approve' }).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1, name: 'Plans to approve' }).waitFor();
  const waiting = queue(page).getByRole('listitem');
  await waiting.first().waitFor();
  const all = await waiting.count();
  assert.ok(all >= 3, `${all} plans wait`);
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  await sweep(page, 'review');

  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  const approving = new Keys(page);
  await approving.press('j');
  await approving.press('Enter');
  await approving.focused(approve);
  await approving.press('Enter');
  approving.within(4, 'SU2, approved');
  await page.waitForFunction(
    (count) => document.querySelectorAll('nav[aria-label="Plans to approve"] li').length < count,
    all,
  );

  const returning = new Keys(page);
  await returning.press('Enter');
  await returning.focused(approve);
  await returning.press('Tab');
  await returning.press('Enter');
  await returning.focused(page.getByLabel(/^What it needs/));
  await returning.write('Ask her who sits beside her in court.');
  await sweep(page, 'review-return');
  await returning.press('Control+Enter');
  returning.within(4, 'SU2, given back');
  await page.waitForFunction(
    (count) => document.querySelectorAll('nav[aria-label="Plans to approve"] li').length < count,
    all - 1,
  );
  await finish();
});

test('rule_071_rule_072_a_change_opens_a_draft_and_a_review_is_called_for_and_held', async () => {
  const own = await at('Sage Alder');
  await own.page.goto('/review');
  await queue(own.page).getByText(alias, { exact: true }).click();
  await own.page.getByText('No version of this plan was approved before').waitFor();
  await own.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await queue(own.page).getByText(alias, { exact: true }).waitFor({ state: 'detached' });
  await own.finish();

  const { page, finish } = await at('Wren Cedar');
  await openPlan(page);
  await page.getByText('Approved', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Change the goal ride on Sundays' }).click();
  const goal = page.getByRole('dialog', { name: 'Change a goal' });
  await goal.getByLabel(/^The goal/).fill('ride on Sundays, by the sea');
  await page.keyboard.press('Control+Enter');
  await goal.waitFor({ state: 'detached' });
  await page.getByText('The approval does not cover what the plan says now').waitFor();

  await page.getByRole('button', { name: 'Call for a review' }).click();
  const call = page.getByRole('dialog', { name: 'Call for a review' });
  await call.getByText('Missing again', { exact: true }).click();
  await sweep(page, 'review-call', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await call.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'What calls for a review' }).waitFor();
  await page.getByText('Missing again', { exact: true }).waitFor();
  await page.getByText('Plan: Active').waitFor();
  await sweep(page, 'plan-parts');

  await page.getByRole('button', { name: 'Write down a review' }).click();
  const hold = page.getByRole('dialog', { name: 'Write down a review' });
  await page.keyboard.press('Control+Enter');
  await hold.getByRole('link', { name: /Say what changed/ }).waitFor();
  await hold.getByLabel(/^What changed since/).fill('She came back by herself and chose the sea.');
  await hold.getByText('Agrees', { exact: true }).click();
  await hold.getByLabel(/^What they said to it/).fill('the sea is better');
  await sweep(page, 'review-hold', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await hold.waitFor({ state: 'detached' });
  await page.locator('blockquote', { hasText: 'the sea is better' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'What calls for a review' }).count(), 0);

  // Words first, then a bar; and a table that says the same.
  const steps = page.getByRole('region', { name: 'What moved since the last review' });
  await steps
    .getByRole('img', { name: /^ride on Sundays, by the sea\. Now\. To do: 1$/ })
    .waitFor();
  await steps.scrollIntoViewIfNeeded();
  await sweep(page, 'plan-steps');
  await steps.getByRole('button', { name: /^Show as table/ }).click();
  await steps.getByRole('cell', { name: 'To do: 1' }).first().waitFor();
  await sweep(page, 'plan-steps-table');
  await page.getByRole('link', { name: 'See what changed' }).click();
  await page.getByRole('heading', { name: 'What was agreed on' }).waitFor();
  await page.locator('q', { hasText: /^ride on Sundays$/ }).waitFor();
  await page.locator('dd q', { hasText: 'ride on Sundays, by the sea' }).waitFor();
  await sweep(page, 'version-compare');
  await finish();
});

test('rule_071_nobody_approves_what_they_froze_themselves_and_the_screen_says_why', async () => {
  const { page, finish } = await at('Sage Alder');
  await page.goto('/cases?view=team&order=opened');
  await page.getByRole('link', { name: alias }).first().click();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Freeze the changes as a new version' }).click();
  await page.getByRole('link', { name: 'Look at it and decide' }).click();
  await page.getByText('Nobody approves their own work.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Approve', exact: true }).count(), 0);
  await page.locator('dd q', { hasText: 'ride on Sundays, by the sea' }).waitFor();
  await sweep(page, 'review-own');
  await finish();
});

test('rule_066_an_organization_sets_when_a_goal_of_their_own_is_asked_for', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'ADMIN' });
  await page.goto('/admin/plans');
  const days = page.getByLabel(/^Days until a plan asks/);
  assert.equal(await days.inputValue(), '30');
  await sweep(page, 'plan-settings');
  await days.fill('0');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: /between 1 and 365/ }).waitFor();
  await days.fill('14');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('It is saved.').waitFor();
  await page.reload();
  await days.waitFor();
  assert.equal(await days.inputValue(), '14');
  await finish();
});
