// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit, widths } from './support/browser.mjs';
import { assign, choose, openCase } from './support/daily.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// The daily work: a request, the case from it, the plan, the people, and contacts in seconds.

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

test('a request is recorded from anywhere, and nothing typed is lost on the way', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Create' }).waitFor();
  await page.keyboard.type('req');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Record a request' }).waitFor();
  await page.getByLabel(/^What happened, and what/).fill('A girl was found an hour ago.');
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Start over' }).waitFor();
  const situation = page.getByLabel(/^What happened, and what/);
  assert.equal(await situation.inputValue(), 'A girl was found an hour ago.');
  await page.getByRole('button', { name: 'Record the request' }).click();
  await page.getByRole('link', { name: /Write a name to call back/ }).waitFor();
  await sweep(page, 'request-new');
  await page.getByText('A child was just found').click();
  await page.getByText('Plan for the first days').click();
  await page.getByLabel(/^Who called or wrote/).fill('Hazel Thornbury');
  await choose(page, 'Their part in it', 'Child welfare');
  await choose(page, 'State or territory', 'Texas');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Hazel Thornbury' }).waitFor();
  assert.match(page.url(), /\/requests\/[\w-]+$/, 'an opaque id alone is in the address');
  await page.getByLabel(/^What did you say or send/).fill('Called back, gave two numbers.');
  await page.getByLabel(/^Ask on this day how it went/).fill('today');
  await page.keyboard.press('Tab');
  await sweep(page, 'request');
  await page.getByRole('button', { name: 'Record the first response' }).click();
  await page.getByText('Answered', { exact: true }).waitFor();
  await page.goto('/requests?view=answered');
  await page.getByRole('link', { name: 'Hazel Thornbury' }).waitFor();
  await sweep(page, 'requests');
  await page.goto('/');
  const asks = page.getByRole('list', { name: 'Ask how it went' });
  await asks.getByRole('link', { name: /Texas|TX/ }).waitFor();
  await sweep(page, 'today-follow-up');
  await page.goto('/requests?due=follow-up');
  await page.getByRole('link', { name: 'Hazel Thornbury' }).waitFor();
  await finish();
});

test('a supervisor opens a case after a look whether it is there, and assigns the team', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Quillwort');
  await assign(page, 'Resource specialist', 'Wren');
  await assign(page, 'Family advocate', 'Fern');
  await sweep(page, 'case');
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('dialog', { name: 'Assign a colleague' }).waitFor();
  await sweep(page, 'case-assign', '[role=dialog]');
  // The first closes the list of colleagues, the second the drawer.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Assign a colleague' }).waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const person = page.getByRole('dialog', { name: 'Add a person' });
  await person.getByLabel(/^Name in daily use/).fill('Grandmother Quillwort');
  await choose(page, 'Part in the case', 'Caregiver');
  await person.getByLabel(/^Phone/).fill('555-0103');
  await person.getByLabel(/^They have said/).check();
  await sweep(page, 'person', '[role=dialog]');
  await person.getByRole('button', { name: 'Save', exact: true }).click();
  await person.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Grandmother Quillwort' }).waitFor();
  assert.equal(await page.getByText('555-0103').count(), 0, 'the number stays on the server');
  await page.getByRole('button', { name: 'Show Phone of Grandmother Quillwort' }).click();
  await page.getByLabel(/^Why do you need/).fill('To call her back today');
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByText('555-0103').waitFor();
  await sweep(page, 'case-people');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Showed a hidden value').first().waitFor();
  await sweep(page, 'case-history');
  await page.goto('/cases/bm9ib2R5');
  await page.getByRole('heading', { name: 'This cannot be opened' }).waitFor();
  await finish();
});

test('rule_065_rule_067_a_plan_becomes_active_with_voice_strength_and_review_day', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Sorrel');
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  const activate = page.getByRole('button', { name: 'Make the plan active' });
  await activate.waitFor();
  assert.ok(await activate.isDisabled(), 'nothing is there yet');
  await sweep(page, 'plan-draft');

  await page.getByRole('button', { name: 'Record the voice' }).click();
  const voice = page.getByRole('dialog', { name: 'Record the voice' });
  await voice.getByLabel(/^Their words, exactly/).fill('i want to cook with my grandma again');
  await sweep(page, 'plan-voice', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await voice.waitFor({ state: 'detached' });
  await page.locator('blockquote', { hasText: 'i want to cook with my grandma again' }).waitFor();

  await page.getByRole('button', { name: 'Add a strength' }).click();
  const strength = page.getByRole('dialog', { name: 'Add a strength' });
  await strength.getByLabel(/^The strength/).fill('Cooks for the whole house.');
  await strength.getByText('Skill', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await strength.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Add a goal' }).click();
  const goal = page.getByRole('dialog', { name: 'Add a goal' });
  await goal.getByLabel(/^The goal/).fill('cook with grandma on Sundays');
  await goal.getByLabel(/own words/).check();
  await choose(page, 'What is it about?', 'Recreation');
  await sweep(page, 'plan-goal', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await goal.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('dialog', { name: 'Add a step' });
  await step.getByLabel(/^What is to be done/).fill('Ask the county about Sunday visits');
  await step.getByLabel(/^By when/).fill('+7');
  await sweep(page, 'plan-step', '[role=dialog]');
  await step.getByLabel(/^What is to be done/).focus();
  await page.keyboard.press('Control+Enter');
  await step.waitFor({ state: 'detached' });

  await page.getByLabel(/^We look at it again on/).fill('+30');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Set the review date' }).click();
  await page.getByRole('button', { name: 'Change the review date' }).waitFor();
  await activate.click();
  await page.getByText('active since').waitFor();
  await sweep(page, 'plan-active');
  await finish();
});

test('RS1: a phone contact is logged from any page with at most twelve keys', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Nuthatch');
  await page.goto('/requests');
  await page.getByRole('heading', { level: 1, name: 'Requests' }).waitFor();
  const keys = new Keys(page);
  await keys.press('l');
  await keys.focused(page.getByRole('combobox', { name: /^Case/ }));
  await keys.find('nut');
  await page.getByRole('option', { name: 'Nuthatch' }).waitFor();
  await keys.press('Enter');
  await keys.press('Tab', 4);
  await keys.focused(page.getByLabel(/^Note/));
  await keys.write('She is calm and wants to eat first.');
  await keys.press('Control+Enter');
  await page.getByRole('status').filter({ hasText: 'Contact saved' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  keys.within(12, 'RS1');

  // With the case open, nothing has to be chosen at all.
  await page.goto('/cases?view=team&order=opened');
  await page.getByRole('link', { name: 'Nuthatch' }).first().click();
  await page.getByRole('tab', { name: 'Contacts' }).click();
  await page.getByText('She is calm and wants to eat first.').waitFor();
  const open = new Keys(page);
  await open.press('l');
  await open.focused(page.getByLabel(/^Note/));
  await open.write('Called again, no news.');
  await open.press('Control+Enter');
  await page.getByText('Called again, no news.').waitFor();
  open.within(4, 'RS1 with the case open');
  await sweep(page, 'case-contacts');
  await finish();
});

test('FA2: on a phone, a call is logged with one thumb in at most five taps', async () => {
  const { page, finish } = await visit(browser, server.url, { width: widths.phone, touch: true });
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Wagtail');
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  let taps = 0;
  const tap = async (/** @type {import('playwright-core').Locator} */ what) => {
    await what.tap();
    taps += 1;
  };
  await tap(page.getByRole('button', { name: 'Log', exact: true }));
  const drawer = page.getByRole('dialog', { name: 'Log a contact' });
  await tap(drawer.getByRole('radiogroup', { name: 'Recent' }).locator('label').first());
  await tap(drawer.getByText('Left the agreed message', { exact: true }));
  await tap(drawer.getByLabel(/^Note/));
  await page.keyboard.type('Dictated: all well, calls back tonight.');
  await tap(drawer.getByRole('button', { name: 'Save', exact: true }));
  await page.getByRole('status').filter({ hasText: 'Contact saved' }).waitFor();
  assert.ok(taps <= 5, `FA2: ${taps} taps, at most 5`);
  await finish();
});

test('rule_113_danger_to_life_shows_numbers_at_once_and_asks_what_was_done', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Dunnock');
  await page.keyboard.press('l');
  const drawer = page.getByRole('dialog', { name: 'Log a contact' });
  await drawer.getByText('A crisis').click();
  await drawer.getByText('Child spoke of suicide').click();
  await drawer.getByRole('link', { name: '988' }).waitFor();
  await sweep(page, 'contact-crisis', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await drawer.getByRole('link', { name: /Write what was done/ }).waitFor();
  await drawer.getByLabel(/^What was done about it/).fill('Stayed on the line, called 988.');
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Contacts' }).click();
  await page.getByText('Stayed on the line, called 988.').waitFor();
  await finish();
});

test('the list of cases goes by keys, and a stale change shows both values', async () => {
  const { page, context, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Fieldfare');
  await page.goto('/cases?view=team&order=opened');
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  await page.getByRole('link', { name: 'Fieldfare' }).waitFor();
  await sweep(page, 'cases');
  await page.keyboard.press('j');
  await page.locator('tr[data-current]').waitFor();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Overview' }).waitFor();

  await page.goto('/cases?view=team&order=opened');
  await page.getByRole('link', { name: 'Fieldfare' }).click();
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Change Fieldfare' }).waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [other, page]) {
    await tab.getByRole('button', { name: 'Change Fieldfare' }).click();
    await tab.getByLabel(/^Name in daily use/).waitFor();
  }
  await other.getByLabel(/^Name in daily use/).fill('Feli');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByRole('heading', { name: 'Feli' }).waitFor();
  await page.getByLabel(/^Name in daily use/).fill('Fee');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = page.getByRole('dialog', { name: 'Somebody else changed this too' });
  await conflict.getByText('Feli').waitFor();
  await sweep(page, 'conflict', '[role=dialog]');
  await conflict.getByRole('radio', { name: /Fee/ }).check();
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByRole('heading', { name: 'Fee', exact: true }).waitFor();
  await finish();
});
