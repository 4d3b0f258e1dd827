// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, choose, inDrawer, openCase } from './support/daily.mjs';
import { startMailServer } from './support/mail.mjs';
import { picture } from './support/picture.mjs';
import { startServer } from './support/server.mjs';

// The whole job, as three people do it: from a call to the outcome of a referral and the
// supervisor's dashboard. The mail goes over SMTP to a mail server of its own.

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {Awaited<ReturnType<typeof startMailServer>>} */
let mail;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  mail = await startMailServer();
  server = await startServer({ env: mail.settings });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await mail?.stop();
});

const supervisor = { name: 'Sage Alder' };
const specialist = { name: 'Wren Cedar', address: 'wren@meadow.example' };
const advocate = { name: 'Fern Fir' };
const alias = 'Starling';
const wish = 'i want to cook with my grandma again';

/** The link of the mail that the specialist got. */
let link = '';

/** Somebody's own browser window, signed in. @param {{ name: string }} who */
async function at(who) {
  const window = await visit(browser, server.url);
  await signInAs(window.page, { name: who.name });
  return window;
}

/** @param {import('playwright-core').Page} page @param {string} tab */
async function openTab(page, tab) {
  await page.goto('/cases?view=mine&order=opened');
  await page.getByRole('link', { name: alias }).first().click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

test('a supervisor records the call, opens a case and assigns a specialist and an advocate', async () => {
  const { page, finish } = await at(supervisor);
  await openCase(page, alias);
  await assign(page, 'Resource specialist', 'Wren');
  await assign(page, 'Family advocate', 'Fern');
  await page.getByText(advocate.name).first().waitFor();
  await finish();
});

test('rule_122_the_mail_that_arrives_says_nothing_but_that_something_waits', async () => {
  const letter = await mail.arrived(specialist.address);
  const said = letter.text.toLowerCase();
  for (const word of [
    alias,
    'hazel',
    'wren',
    'case',
    'child',
    'young',
    'recovery',
    'traffick',
    'trellis',
  ]) {
    assert.ok(
      !said.replaceAll(specialist.address, '').includes(word.toLowerCase()),
      `it says "${word}"`,
    );
  }
  const links = new Set(letter.text.match(/https?:\/\/[^\s"<>]+/g));
  assert.equal(links.size, 1, 'it has one link');
  link = [...links][0] ?? '';
  assert.ok(link.startsWith(`${server.url}/go/`), 'which leads to this site and names nothing');
});

test('rule_065_rule_067_its_link_leads_to_the_case_where_the_specialist_builds_the_plan', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: specialist.name }, link);
  await page.getByRole('heading', { level: 1, name: alias }).waitFor();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  const activate = page.getByRole('button', { name: 'Make the plan active' });
  await activate.waitFor();
  assert.ok(await activate.isDisabled(), 'without her voice it cannot become active');
  await inDrawer(page, 'Record the voice', (drawer) =>
    drawer.getByLabel(/^Their words, exactly/).fill(wish),
  );
  await page.locator('blockquote', { hasText: wish }).waitFor();
  await inDrawer(page, 'Add a strength', async (drawer) => {
    await drawer.getByLabel(/^The strength/).fill('Cooks for the whole house.');
    await drawer.getByText('Skill', { exact: true }).click();
  });
  await inDrawer(page, 'Add a goal', async (drawer) => {
    await drawer.getByLabel(/^The goal/).fill('cook with grandma on Sundays');
    await drawer.getByLabel(/own words/).check();
    await choose(page, 'What is it about?', 'Family');
  });
  await inDrawer(page, 'Add a step', async (drawer) => {
    await drawer.getByLabel(/^What is to be done/).fill('Somebody to talk with at home');
    await drawer.getByLabel(/^By when/).fill('+7');
    await drawer.getByLabel(/^What is to be done/).focus();
  });
  await page.getByLabel(/^We look at it again on/).fill('+30');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Set the review date' }).click();
  await page.getByRole('button', { name: 'Change the review date' }).waitFor();
  await activate.click();
  await page.getByText('active since').waitFor();
  await page.getByText('Plan: Active').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'plan');
  await finish();
});

test('rule_088_she_finds_a_service_refers_and_walks_the_referral_to_its_outcome', async () => {
  const { page, finish } = await at(specialist);
  await page.goto('/resources');
  await choose(page, 'State or territory it serves', 'Oklahoma');
  await choose(page, 'Kind of help', 'Family therapy');
  await page.getByText('Whom it takes, and how').click();
  await page.getByText('Accepts youth from other states', { exact: true }).click();
  const found = page.getByRole('table', { name: 'Services' }).locator('tbody tr');
  await found.getByText('Hearthside Families of Cedar Bend').waitFor();
  assert.equal(await found.count(), 1, 'one service is what was asked for');
  await picture(page, 'directory');

  await openTab(page, 'Plan');
  await page.getByRole('button', { name: /^Find a service for the step/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Refer to a service' });
  await choose(page, 'State or territory it serves', 'Oklahoma');
  await drawer
    .getByRole('checkbox', { name: /Hearthside/ })
    .first()
    .click();
  await drawer.getByRole('list', { name: 'Chosen services' }).getByText('Hearthside').waitFor();
  await picture(page, 'refer');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Call them, give the reference').waitFor();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByText('Referred to').getByRole('link').click();
  const moves = page.getByRole('region', { name: 'What happens next?' });
  for (const move of ['They accepted', 'It is under way']) {
    await moves.getByRole('button', { name: move }).click();
    await page.getByRole('dialog', { name: move }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: move }).waitFor({ state: 'detached' });
  }
  await moves.getByRole('button', { name: 'It is completed' }).click();
  const end = page.getByRole('dialog', { name: 'It is completed' });
  await end.getByText('The service was received', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await end.waitFor({ state: 'detached' });
  await page.getByText('What came of it').waitFor();
  await finish();
});

test('the advocate logs a call with the grandmother from wherever she is', async () => {
  const { page, finish } = await at(specialist);
  await openTab(page, 'People');
  await inDrawer(page, 'Add a person', async (drawer) => {
    await drawer.getByLabel(/^Name in daily use/).fill('Grandmother Juniper');
    await choose(page, 'Part in the case', 'Caregiver');
    await drawer.getByLabel(/^Phone/).fill('555-0103');
    await drawer.getByLabel(/^They have said/).check();
  });
  await finish();

  const { page: hers, finish: done } = await at(advocate);
  await hers.keyboard.press('l');
  const log = hers.getByRole('dialog', { name: 'Log a contact' });
  await log.getByRole('combobox', { name: /^Case/ }).pressSequentially('Starl');
  await hers.getByRole('option', { name: alias }).waitFor();
  await hers.keyboard.press('Enter');
  await log.getByText('Who, when, what kind').click();
  await log.getByText('Grandmother Juniper', { exact: true }).click();
  await log.getByText('Needs', { exact: true }).click();
  await log.getByText('Transport', { exact: true }).click();
  await log.getByText('Agreed, next contact').click();
  await log.getByLabel(/^What was agreed/).fill('We call before Sunday.');
  await log.getByLabel(/^Next contact on/).fill('+3');
  await log.getByLabel(/^Note/).fill('Afraid of doing it wrong. Wants to cook on Sunday.');
  await picture(hers, 'contact');
  await log.getByLabel(/^Note/).focus();
  await hers.keyboard.press('Control+Enter');
  await hers.getByRole('status').filter({ hasText: 'Contact saved' }).waitFor();
  await openTab(hers, 'Contacts');
  for (const kept of [
    'Wants to cook on Sunday.',
    'Grandmother Juniper',
    'We call before Sunday.',
  ]) {
    await hers.getByText(kept).first().waitFor();
  }
  await done();
});

test('the supervisor sees on the board what was done, and each number leads to its rows', async () => {
  const { page, finish } = await at(supervisor);
  await page.goto('/board');
  await page.getByRole('heading', { level: 1, name: 'Case-staffing board' }).waitFor();
  await page.locator('figure svg').nth(1).waitFor();
  await picture(page, 'board');
  const without = page.getByRole('list', { name: 'What waits' }).getByRole('link').first();
  await without.click();
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  await page.getByRole('table', { name: 'Cases' }).locator('tbody tr').first().waitFor();
  assert.equal(await page.getByRole('link', { name: alias }).count(), 0, 'hers has a specialist');
  await openTab(page, 'Overview');
  await page.getByText(wish).first().waitFor();
  await picture(page, 'case');
  await finish();
});

test('rule_030_a_specialist_who_is_not_on_the_case_does_not_find_it', async () => {
  const { page, finish } = await at({ name: 'Lark Dogwood' });
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Find, or do' }).getByRole('textbox').fill(alias);
  await page.getByText(/Nothing (is called|matches|found)/).waitFor();
  await finish();
});
