// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, choose, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A young person is missing from care: what is recorded, who is told by when, and the return.

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

const police = 'Tell the police that the young person is missing';
const center = 'Tell the National Center for Missing & Exploited Children';

/**
 * The dialog in front, by its name.
 * @param {import('playwright-core').Page} page @param {string} name
 */
const dialog = (page, name) => page.getByRole('dialog', { name });

/**
 * Records that somebody was told, by the button at what is due.
 * @param {import('playwright-core').Page} page @param {string} what the clock's title
 * @param {string} agency
 */
async function tell(page, what, agency) {
  await page.getByRole('button', { name: `Record who was told: ${what}` }).click();
  const drawer = dialog(page, 'Record who was told');
  await drawer.getByLabel(/^Agency/).fill(agency);
  await drawer.getByLabel(/^Person spoken to/).fill('Operator Aspen');
  await drawer.getByLabel(/^Their number/).fill('EC-0042');
  await drawer.getByRole('button', { name: 'Record it' }).click();
  await drawer.waitFor({ state: 'detached' });
}

/**
 * How a clock on the page stands, in its word.
 * @param {import('playwright-core').Page} page @param {string} title @param {string} word
 */
const stands = (page, title, word) =>
  page.getByRole('article', { name: title }).getByText(word, { exact: true }).first().waitFor();

test('a child is missing from care: the report, who was told late, the return, the end', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Plover');
  await assign(page, 'Resource specialist', 'Wren');
  await page.getByText('Nothing runs on this case now.').waitFor();
  await page.getByRole('tab', { name: 'Times away' }).click();
  await page.getByText('No time away is recorded').waitFor();

  // Heard two days ago, written down now: rules 47 and 48 count from then.
  await page.getByRole('button', { name: 'Record a time away' }).click();
  const opening = dialog(page, 'Record a time away');
  await choose(page, 'What fits best?', 'Left a home');
  await opening.getByLabel(/^What is known/).fill('Did not come back from school.');
  await opening.getByLabel(/^When we heard of it/).fill('+1');
  await page.keyboard.press('Tab');
  await opening.getByRole('button', { name: 'Record it' }).click();
  await opening.getByRole('link', { name: /When we heard of it/ }).waitFor();
  await sweep(page, 'away-open', '[role=dialog]');
  await opening.getByLabel(/^When we heard of it/).fill('-2');
  await page.keyboard.press('Tab');
  await opening.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Time away' }).waitFor();
  assert.match(page.url(), /\/cases\/[\w-]+\/away\/[\w-]+$/, 'opaque ids alone are in the address');
  const away = page.url();
  await page.getByText('Missing: nobody knows where').first().waitFor();
  await stands(page, police, 'Overdue');

  // Rule 52: what is missing holds nothing up, and stays listed.
  const open = page.getByRole('list', { name: 'Still open in the report' });
  await open.getByText('Photo', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Write the report' }).click();
  const report = dialog(page, 'Write the report');
  await report.getByText('A photo was given').click();
  await report
    .getByRole('textbox', { name: 'What they look like' })
    .fill('Brown hair, a green raincoat.');
  await report.getByText('Could be exploited by traffickers').click();
  await report.getByRole('textbox', { name: 'Clothing' }).fill('A green raincoat');
  const unknown = report.getByRole('group', { name: 'Not known, and will not be' });
  await unknown.getByText('Clothing', { exact: true }).click();
  await unknown.getByText('Who was with them', { exact: true }).click();
  await report.getByRole('button', { name: 'Save the report' }).click();
  await report.getByRole('link', { name: /What is there is not unknown/ }).waitFor();
  await sweep(page, 'away-report', '[role=dialog]');
  await unknown.getByText('Clothing', { exact: true }).click();
  await report.getByRole('button', { name: 'Save the report' }).click();
  await report.waitFor({ state: 'detached' });
  await open.getByText('Photo', { exact: true }).waitFor({ state: 'detached' });
  await open.getByText('How the guardian is reached').waitFor();
  assert.equal(await open.getByText('Who was with them').count(), 0);

  // Rule 53: the request not to reveal foster care is there unless somebody says not to.
  await page.getByRole('button', { name: 'Read the report as text' }).click();
  const text = dialog(page, 'The report as text');
  await text
    .locator('[data-report]')
    .getByText(/do not reveal/)
    .waitFor();
  await text.getByLabel(/^Ask them not to reveal/).uncheck();
  await text
    .locator('[data-report]')
    .getByText(/do not reveal/)
    .waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await text.waitFor({ state: 'detached' });

  // Rule 49: evidence, all of it; what comes late says so.
  await page.getByRole('button', { name: `Record who was told: ${police}` }).click();
  const notice = dialog(page, 'Record who was told');
  await notice.getByLabel(/^Agency/).fill('Example County Sheriff');
  await notice.getByRole('button', { name: 'Record it' }).click();
  await notice.getByRole('link', { name: /Person spoken to/ }).waitFor();
  await notice.getByRole('link', { name: /Their number/ }).waitFor();
  await sweep(page, 'away-notice', '[role=dialog]');
  await notice.getByLabel(/^Person spoken to/).fill('Deputy Larch, badge 14');
  await notice.getByLabel(/^Their number/).fill('EC-0041');
  await notice.getByLabel(/^When they were told/).fill('yesterday');
  await notice.getByLabel(/^Time/).fill('23:30');
  await notice.getByRole('button', { name: 'Record it' }).click();
  await notice.waitFor({ state: 'detached' });
  await stands(page, police, 'Done late');
  await page
    .getByRole('article', { name: police })
    .getByText(/Written down later/)
    .waitFor();
  await tell(page, center, 'National center, call center');
  await stands(page, center, 'Done late');
  await page.getByText('asked not to reveal foster care').waitFor();

  // Rule 61: a supervisor waives with a reason and stands with it.
  const court = page.getByRole('article').filter({ hasText: 'Rule of Texas' });
  await court.getByRole('button', { name: /^Other ways to end/ }).click();
  await page.getByRole('menuitem', { name: 'Waive…' }).click();
  const waiver = dialog(page, 'Waive it');
  await waiver.getByRole('button', { name: 'Waive it' }).click();
  await waiver.getByRole('link', { name: /Why/ }).waitFor();
  await waiver.getByLabel(/^Why/).fill('The judge was in the room when we heard.');
  await waiver.getByRole('button', { name: 'Waive it' }).click();
  await waiver.waitFor({ state: 'detached' });
  await court.getByText('Waived', { exact: true }).waitFor();
  await sweep(page, 'away-page');

  // The case says calmly where she is, and what is due; so do Today, the board and the list.
  await page.getByRole('link', { name: 'Plover' }).click();
  await page.getByText('Missing: nobody knows where').first().waitFor();
  await page.getByRole('tab', { name: 'Times away' }).waitFor();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('button', { name: 'Show what has ended' }).click();
  await stands(page, police, 'Done late');
  await sweep(page, 'case-clocks');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const picture = page.getByRole('img', { name: /^Timeline from .* A time away goes on\./ });
  await picture.waitFor();
  await picture.scrollIntoViewIfNeeded();
  await sweep(page, 'timeline');
  await page.getByRole('button', { name: 'Show as table' }).click();
  const twin = page.getByRole('table', { name: 'Timeline' });
  await twin.getByText('Time away, goes on').waitFor();
  await twin.getByText(`${police}: Done late`).waitFor();
  assert.equal(await twin.getByText('Did not come back').count(), 0, 'nothing that was told');
  // All of it, or a time before: what is shown is asked for.
  await page.getByRole('button', { name: 'Show as picture' }).click();
  await page.getByText('Everything', { exact: true }).click();
  await picture.waitFor();
  await sweep(page, 'timeline-all');
  await page.getByText('30 days', { exact: true }).click();
  await picture.waitFor();
  assert.ok(await page.getByRole('button', { name: 'Older' }).isDisabled(), 'nothing lies before');
  await page.goto('/clocks?view=team&part=met-late');
  await page.getByRole('link', { name: 'Plover' }).first().waitFor();
  await sweep(page, 'clocks');

  // Back: what follows a return is open until it is answered or declined (rule 54).
  await page.goto(away);
  await page.getByRole('button', { name: 'They are back' }).click();
  const back = dialog(page, 'They are back');
  await choose(page, 'Where they were found', 'With a relative');
  await back.getByLabel(/^What is known of the return/).fill('At a cousin, ate and slept.');
  await back.getByRole('button', { name: 'Record that they are back' }).click();
  await back.waitFor({ state: 'detached' });
  await page.getByText('Located and back').first().waitFor();

  // Rule 55: to decline is a good answer, with the day on which it is offered again.
  await page.getByRole('button', { name: 'Record a conversation' }).click();
  const talk = dialog(page, 'Record a conversation');
  await talk.getByText('They declined, a good answer').click();
  await talk.getByLabel(/^Their words/).fill('not today');
  await talk.getByRole('button', { name: 'Record it' }).click();
  await talk.getByRole('link', { name: /We offer it again on/ }).waitFor();
  await sweep(page, 'away-declined', '[role=dialog]');
  await talk.getByLabel(/^We offer it again on/).fill('+3');
  await page.keyboard.press('Tab');
  await talk.getByRole('button', { name: 'Record it' }).click();
  await talk.waitFor({ state: 'detached' });
  await page.getByText(/^Offered again on/).waitFor();

  await page.getByRole('button', { name: 'Close this time away' }).click();
  await page.getByText('Record that screening was done, or why not.').waitFor();
  await page.getByText('Tell the police.', { exact: true }).waitFor();
  await sweep(page, 'away-closing');

  await page.getByRole('button', { name: 'Record a conversation' }).click();
  await talk.getByText('They told us').first().click();
  await talk
    .getByRole('radiogroup', { name: 'What led to leaving' })
    .getByText('They told us')
    .click();
  await talk.getByText('Wanted to be with family').click();
  await talk
    .getByRole('radiogroup', { name: 'What happened while they were away' })
    .getByText('They told us')
    .click();
  await talk.getByText('Had a safe place').click();
  await talk.getByLabel(/^Their words/).fill('i just wanted to see my cousin');
  await sweep(page, 'away-talk', '[role=dialog]');
  await talk.getByRole('button', { name: 'Record it' }).click();
  await talk.waitFor({ state: 'detached' });
  // Rule 126: what was told is folded away until somebody opens it on purpose.
  const words = page.getByText('i just wanted to see my cousin');
  await words.waitFor({ state: 'attached' });
  assert.ok(!(await words.isVisible()));

  await page.getByRole('button', { name: 'Record what is done' }).click();
  const done = dialog(page, 'What the team does');
  await done.getByText('Not done', { exact: true }).click();
  await done.getByLabel(/^What the placement changes/).fill('The cousin comes on Sundays.');
  await done.getByRole('button', { name: 'Save', exact: true }).click();
  await done.getByRole('link', { name: /Say why not/ }).waitFor();
  await done.getByLabel(/^Why not/).fill('She wants to rest first.');
  await done.getByRole('button', { name: 'Save', exact: true }).click();
  await done.waitFor({ state: 'detached' });
  await tell(page, 'Tell the police that the young person was located', 'Example County Sheriff');
  await tell(page, 'Tell the national center that the young person was located', 'National center');
  await page.getByText('Nothing is open any more.').waitFor();
  await page.getByRole('button', { name: 'Close this time away' }).click();
  await page.getByRole('heading', { name: 'Before it is closed' }).waitFor({ state: 'detached' });
  await finish();
});

test('Today lists what is overdue or due soon, each a way to its case', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await page.getByRole('list', { name: 'Overdue or due soon' }).getByRole('link').first().waitFor();
  // Words that came with their screens follow a change of the language.
  await page.goto('/me');
  await page.getByText('Español', { exact: true }).click();
  await page.goto('/');
  const list = page.getByRole('list', { name: 'Vencido o vence pronto' });
  await list.getByRole('link').first().waitFor();
  await sweep(page, 'today-clocks-es');
  await list.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Lo que vence' }).waitFor();
  await finish();
});
