// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// What helps a young person and keeps them safe, beside the plan.

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

/** @param {import('playwright-core').Page} page @param {string} name of the section */
const part = (page, name) => page.getByRole('region', { name });

test('rule_126_what_is_not_asked_again_stands_wherever_somebody_writes_or_calls', async () => {
  const { page, context, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Goldcrest');
  await page.getByRole('tab', { name: 'What helps' }).click();
  await part(page, 'What helps').getByText('Nothing is written yet.').waitFor();
  await page.getByRole('button', { name: 'Write what helps' }).click();
  const drawer = page.getByRole('dialog', { name: 'What helps' });
  await drawer.getByRole('button', { name: 'Add a topic' }).click();
  await drawer.getByRole('button', { name: 'Add what calms' }).click();
  await drawer.getByRole('button', { name: 'Add what sets off' }).click();
  await page.keyboard.press('Control+Enter');
  // An empty row is refused at its fields, and may be taken out again.
  await drawer.getByRole('link', { name: /Name the topic, or take this row out/ }).waitFor();
  await sweep(page, 'support-profile-refused', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Take out What sets off' }).click();
  await drawer.getByLabel(/^Topic/).fill('The summer before');
  await drawer
    .getByLabel(/^Whom to ask or where to read/)
    .fill('It is written down; ask the specialist.');
  const calms = drawer.getByRole('group', { name: 'What calms' });
  await calms.getByLabel(/^In words/).fill('x'.repeat(2001));
  await choose(page, 'Kind', 'Music');
  await drawer.getByLabel(/^What makes a welcome/).fill('A soft blanket\nHer own shampoo');
  await page.keyboard.press('Control+Enter');
  await drawer.getByText('At most 2000 characters.').first().waitFor();
  // What was typed is with the server before it is saved.
  const kept = page.waitForResponse(
    (answer) => answer.request().postData()?.includes('My music, loud') ?? false,
  );
  await calms.getByLabel(/^In words/).fill('“My music, loud, alone.”');
  await kept;
  await page.reload();
  await page.getByRole('button', { name: 'Write what helps' }).click();
  await drawer.getByRole('button', { name: 'Start over' }).waitFor();
  assert.equal(await drawer.getByLabel(/^Topic/).inputValue(), 'The summer before');
  await drawer.getByLabel(/^Topic/).focus();
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await part(page, 'What helps').locator('q', { hasText: 'My music, loud, alone.' }).waitFor();

  // Two who change it at once choose list by list.
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [other, page]) {
    await tab.getByRole('button', { name: 'Change what helps' }).click();
    await tab.getByLabel(/^Topic/).waitFor();
  }
  await other.getByLabel(/^Topic/).fill('That summer');
  await other.getByLabel(/^What makes a welcome/).fill('A charger');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByRole('dialog', { name: 'What helps' }).waitFor({ state: 'detached' });
  await other.close();
  await drawer.getByLabel(/^Topic/).fill('Last summer');
  await drawer.getByLabel(/^What makes a welcome/).fill('Her own shampoo');
  await page.keyboard.press('Control+Enter');
  const conflict = page.getByRole('dialog', { name: 'Somebody else changed this too' });
  const topics = conflict.getByRole('group', { name: 'Told already: do not ask again' });
  await topics.getByRole('radio', { name: /That summer/ }).check();
  await sweep(page, 'support-profile-conflict', '[role=dialog]');
  const welcome = conflict.getByRole('group', { name: 'What makes a welcome' });
  await welcome.getByRole('radio', { name: /Her own shampoo/ }).check();
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await drawer.waitFor({ state: 'detached' });
  await part(page, 'What helps').getByText('That summer').waitFor();
  await part(page, 'What helps').getByText('Her own shampoo').waitFor();
  await sweep(page, 'support-profile');

  // On top of what is read of the story, and of every form that asks for it.
  const told = page.getByRole('status').filter({ hasText: 'Told already: do not ask again' });
  await page.getByRole('tab', { name: 'Overview' }).click();
  await told.getByText('That summer').waitFor();
  await page.keyboard.press('l');
  const log = page.getByRole('dialog', { name: 'Log a contact' });
  await log.getByText('That summer').waitFor();
  await sweep(page, 'support-contact', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Contacts' }).click();
  await told.getByText('That summer').waitFor();
  await finish();
});

test('rule_068_a_safety_plan_is_settled_with_every_section_and_a_person_of_their_choice', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Siskin');
  await page.getByRole('tab', { name: 'What helps' }).click();
  await page.getByRole('button', { name: 'Write the safety plan' }).click();
  const drawer = page.getByRole('dialog', { name: 'Safety plan' });
  const sections = [
    ['How I notice that it is getting unsafe', 'I stop answering messages.'],
    ['What helps me', '“Drawing. Or the long way home.”\nMusic'],
    ['Places where I am safe', "Grandma's kitchen"],
    ['What I want adults to do', 'Ask me first.'],
    ['If I leave', 'I text Grandma where I am.'],
    ['If somebody who hurt me gets in touch', 'I show it to my worker.'],
    ['My phone and my accounts', 'Location is off.'],
  ];
  for (const [label = '', text = ''] of sections) await drawer.getByLabel(label).fill(text);
  await drawer.getByRole('button', { name: 'Add a person' }).click();
  await page.keyboard.press('Control+Enter');
  await drawer.getByRole('link', { name: /Write who it is/ }).waitFor();
  await drawer.getByLabel(/^Who, as they call them/).fill('Ms. Alder');
  await drawer.getByLabel(/^The young person chose them/).uncheck();
  await drawer.getByLabel('Places where I am safe').fill('x'.repeat(2001));
  await page.keyboard.press('Control+Enter');
  await drawer.getByRole('link', { name: /Places where I am safe/ }).waitFor();
  await sweep(page, 'support-safety-form', '[role=dialog]');
  await drawer.getByLabel('Places where I am safe').fill("Grandma's kitchen");
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });

  const safety = part(page, 'Safety plan');
  const settle = safety.getByRole('button', { name: 'We went through it together' });
  await safety.getByText('Whom to call when it is urgent').waitFor();
  await safety.getByText('Somebody safe whom the young person chose').waitFor();
  assert.ok(await settle.isDisabled(), 'something is still missing');
  await safety.scrollIntoViewIfNeeded();
  await sweep(page, 'support-safety-missing');
  await page.getByRole('button', { name: 'Change the safety plan' }).click();
  await drawer.getByLabel('Whom to call when it is urgent').fill('911, or Grandma at 555-0142');
  await drawer.getByRole('button', { name: 'Add a person' }).click();
  await drawer
    .getByLabel(/^Who, as they call them/)
    .nth(1)
    .fill('Grandma');
  await drawer
    .getByLabel(/^How to reach them/)
    .nth(1)
    .fill('555-0142, any hour');
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await settle.click();
  await safety.getByText(/Gone through with the young person by/).waitFor();
  await sweep(page, 'support-safety');
  await safety.getByRole('button', { name: 'Show it in large type' }).click();
  const shown = page.getByRole('dialog', { name: 'My safety plan' });
  await shown.locator('q', { hasText: 'Drawing. Or the long way home.' }).waitFor();
  assert.equal(await shown.getByText('Siskin').count(), 0, 'it says of no case whose it is');
  await sweep(page, 'support-safety-shown', '[role=dialog]');
  await page.keyboard.press('Escape');
  // A change opens it again.
  await page.getByRole('button', { name: 'Change the safety plan' }).click();
  await drawer.getByLabel('If I leave').fill('I take my charger.');
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await settle.waitFor();
  assert.ok(await settle.isEnabled(), 'all of it is written');
  await finish();
});
