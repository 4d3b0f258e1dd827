// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { openCase } from './support/daily.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// Templates: a plan is begun from one by keys alone, and one is changed, published, withdrawn.

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

test('RS3: a plan is begun from a template and three goals are agreed with at most 25 keys', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Avocet');
  const keys = new Keys(page);
  await keys.press('p');
  const drawer = page.getByRole('dialog');
  await keys.focused(drawer.getByRole('group', { name: 'Templates' }));
  await sweep(page, 'templates-pick', '[role=dialog]');
  await keys.focused(drawer.getByRole('group', { name: 'Templates' }));
  // The keys choose by what stands beside them.
  const first = drawer.getByRole('button', { name: /The first days after being found/ });
  const number = (await first.locator('kbd').first().textContent()) ?? '';
  await keys.press(number);
  const goals = drawer.getByRole('group', { name: 'Goals to choose from' });
  await keys.focused(goals);
  await keys.press('1');
  await keys.press('2');
  await keys.press('4');
  await keys.press('4');
  await keys.press('3');
  assert.equal(await goals.locator('[aria-pressed=true]').count(), 3, 'one was let go again');
  await sweep(page, 'templates-goals', '[role=dialog]');
  await goals.focus();
  await keys.press('Enter');
  const form = drawer.getByRole('form', { name: 'Take into the plan' });
  await form.waitFor();
  const all = form.getByRole('radiogroup', { name: /What does the young person say to these/ });
  // The box itself is drawn by its label.
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('value') === 'NOT_ASKED_YET',
  );
  await keys.press('ArrowRight', 2);
  assert.ok(await all.getByRole('radio', { name: 'Agrees', exact: true }).isChecked());
  await keys.press('Tab');
  await keys.focused(form.getByLabel(/^The goal, in words that fit/).first());
  await keys.press('Control+a');
  await keys.write('sleep in, and pancakes');
  await sweep(page, 'templates-take', '[role=dialog]');
  await keys.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  keys.within(25, 'RS3');

  await page.getByRole('heading', { name: 'Goals and steps' }).waitFor();
  await page.getByRole('article', { name: 'sleep in, and pancakes' }).waitFor();
  await page.getByText('Know who is safe to call, at any hour.').waitFor();
  await page.getByText('Try one call to a safe person.').waitFor();
  await page.getByText('Draft', { exact: true }).first().waitFor();
  await finish();
});

test('rule_010_a_templates_words_are_not_taken_as_the_young_persons_own', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Dunlin');
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Begin with a template' }).click();
  const drawer = page.getByRole('dialog');
  await drawer
    .getByRole('button', { name: /Turning eighteen.*Turning eighteen/s })
    .first()
    .click();
  await drawer.getByRole('button', { name: /My own papers/ }).click();
  await drawer.getByRole('button', { name: 'Who, and by when' }).click();
  await drawer.getByLabel(/own words/).check();
  await drawer.getByRole('button', { name: 'Save in the plan' }).click();
  await drawer
    .getByText(/These are the template's words/)
    .first()
    .waitFor();
  await sweep(page, 'templates-own-words', '[role=dialog]');
  await drawer.getByLabel(/own words/).uncheck();
  await drawer.getByRole('button', { name: 'Save in the plan' }).click();
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('My own papers in my own hands.').waitFor();
  await finish();
});

test('AD4: a template is changed, looked at and published with at most twelve keys', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'ADMIN' });
  await page.goto('/admin/templates');
  await page.getByRole('link', { name: 'Turning eighteen', exact: true }).waitFor();
  await sweep(page, 'templates');
  await page.getByRole('link', { name: 'Turning eighteen', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Turning eighteen' }).waitFor();
  const title = page.getByLabel(/^What it is called/);
  await title.waitFor();
  await sweep(page, 'template');
  await title.focus();
  const keys = new Keys(page);
  await keys.press('End');
  await keys.write(', in our county');
  await keys.press('Control+Enter');
  const publish = page.getByRole('button', { name: 'Publish the draft' });
  await keys.focused(publish);
  await page.getByText('How the draft will be offered').waitFor();
  await page.getByText(/offered version 1 until the draft is published/).waitFor();
  await sweep(page, 'template-draft');
  await keys.focused(publish);
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Turning eighteen, in our county' }).waitFor();
  await page.getByText('Version 2').waitFor();
  await page.getByText('Version 1').waitFor();
  keys.within(12, 'AD4');

  // Rule 118: nobody has reviewed this version, and it says so.
  await page.getByText('Not reviewed by survivor experts yet').first().waitFor();
  await page.getByRole('button', { name: 'Ask survivor experts' }).click();
  await page.getByText('Waits for survivor experts').first().waitFor();
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await page.getByRole('button', { name: 'Offer it again' }).waitFor();

  // Rule 9: an avoided word is kept in a draft and not published.
  await page.getByLabel(/^What it is called/).fill('For runaways');
  await page.keyboard.press('Control+Enter');
  await publish.click();
  await page.getByText(/We do not say/).waitFor();
  await sweep(page, 'template-word');

  await page.goto('/admin/templates/new');
  await page.getByLabel(/^What it is called/).waitFor();
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByRole('group', { name: 'Goal 2' }).waitFor();
  await sweep(page, 'template-new');
  await finish();
});

test('rule_118_a_survivor_expert_gives_a_word_on_a_template', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Maple Kelp' });
  await page.goto('/admin/templates');
  await page.getByRole('link', { name: 'A new foster home' }).click();
  await page.getByText('Endorsed by survivor experts', { exact: true }).click();
  await page.getByLabel(/^What you want to say/).fill('Plain words.');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText(/Endorsed by survivor experts · Maple Kelp/).waitFor();
  await sweep(page, 'template-review');
  await finish();
});
