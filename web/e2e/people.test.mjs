// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, choose, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A case from hand to hand and to its end and back, and the people who are on more than one.

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

test('a case is paused, its custody changes, it is closed and opened again in one press', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Bluebell');
  const menu = page.getByRole('button', { name: 'More to do with this case' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Change the status' }).click();
  const move = page.getByRole('dialog', { name: 'Change the status' });
  await move.getByText('Paused by the youth', { exact: true }).click();
  await move.getByLabel(/^A word on it/).fill('i need a break till march');
  await sweep(page, 'case-move', '[role=dialog]');
  await move.getByRole('button', { name: 'Change the status' }).click();
  await move.waitFor({ state: 'detached' });
  await page.getByText('i need a break till march').waitFor();

  await menu.click();
  await page.getByRole('menuitem', { name: /^Change custody/ }).click();
  const facts = page.getByRole('dialog', { name: /^Change custody/ });
  await choose(page, 'Legal custody', 'Relative');
  await facts.getByLabel(/^Since which day/).fill('today');
  await page.keyboard.press('Tab');
  await facts.getByLabel(/^Why/).fill('The court gave custody to her aunt.');
  await sweep(page, 'case-facts', '[role=dialog]');
  await facts.getByRole('button', { name: 'Save', exact: true }).click();
  await facts.waitFor({ state: 'detached' });
  await page.getByText(/State child welfare → Relative/).waitFor();

  await menu.click();
  await page.getByRole('menuitem', { name: 'Close the case' }).click();
  const close = page.getByRole('dialog', { name: 'Close the case' });
  await close.getByRole('button', { name: 'Close the case' }).click();
  await close.getByRole('link', { name: /Choose why it ends/ }).waitFor();
  await choose(page, 'Why does it end?', 'The goals');
  await close.getByLabel(/^What remains/).fill('The hearing in May; her aunt goes along.');
  await choose(page, 'How the young person wants to hear from us afterwards', 'By text');
  await sweep(page, 'case-close', '[role=dialog]');
  await close.getByRole('button', { name: 'Close the case' }).click();
  await close.waitFor({ state: 'detached' });
  const reopen = page.getByRole('button', { name: 'Reopen the case' });
  await reopen.waitFor();
  await page.getByText('The hearing in May; her aunt goes along.').waitFor();
  await sweep(page, 'case-closed');
  await page.goto('/cases?view=closed');
  await page.getByRole('link', { name: 'Bluebell' }).click();
  await reopen.click();
  await page.getByText('Reopened', { exact: true }).first().waitFor();
  await reopen.waitFor({ state: 'detached' });
  await finish();
});

test('SU4: cases are handed over from the board in few clicks, and the colleague reads what came along', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Catkin');
  await assign(page, 'Resource specialist', 'Wren');
  await page.goto('/board');
  let clicks = 0;
  const click = async (/** @type {import('playwright-core').Locator} */ what) => {
    clicks += 1;
    await what.click();
  };
  await click(page.getByRole('button', { name: /^Show as table.*Open cases/ }).first());
  await click(page.getByRole('link', { name: /open cases?$/ }).first());
  await page.getByRole('checkbox').first().waitFor();
  await click(page.getByRole('checkbox').nth(0));
  // The second one by keyboard: J marks a row, X selects it.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('2 cases selected').waitFor();
  await sweep(page, 'cases-selected');
  await click(page.getByRole('button', { name: 'Assign them' }));
  const drawer = page.getByRole('dialog', { name: 'Assign these cases' });
  await drawer.getByText('Family advocate', { exact: true }).click();
  await drawer.getByText('Resource specialist', { exact: true }).click();
  clicks += 1;
  const who = drawer.getByRole('combobox', { name: /^Who\?/ });
  await click(who);
  const other = page.getByRole('option').last();
  await click(other);
  await drawer.getByLabel(/^Why\?/).focus();
  await page.keyboard.type('Evens out the work.');
  await drawer.getByLabel(/^What to hand over/).fill('Text before you call.');
  await sweep(page, 'cases-assign', '[role=dialog]');
  await click(drawer.getByRole('button', { name: 'Assign', exact: true }));
  assert.ok(clicks <= 8, `${clicks} clicks`);
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('2 cases selected').waitFor({ state: 'detached' });
  await finish();
});

test('who was on the team before is folded beside who is on it', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Sorrel');
  await assign(page, 'Resource specialist', 'Wren');
  await assign(page, 'Resource specialist', 'Robin');
  await page.getByText('Who was on the team before').click();
  const former = page.getByRole('list', { name: 'Who was on the team before' });
  await former.getByText('Wren Cedar').waitFor();
  await former.getByText('Handed over.').waitFor();
  await sweep(page, 'case-former-team');
  await finish();
});

test('a hand-over note waits on Today and on the case until it is read', async () => {
  const chief = await visit(browser, server.url);
  await signInAs(chief.page, { role: 'SUPERVISOR' });
  await openCase(chief.page, 'Lungwort');
  await chief.page.getByRole('button', { name: 'Assign', exact: true }).click();
  const drawer = chief.page.getByRole('dialog', { name: 'Assign a colleague' });
  await drawer.getByText('Resource specialist', { exact: true }).click();
  await choose(chief.page, 'Who?', 'Wren');
  await drawer.getByLabel(/^Why\?/).fill('Knows the county.');
  await drawer.getByLabel(/^What to hand over/).fill('Her aunt calls on Mondays.');
  await drawer.getByRole('button', { name: 'Assign', exact: true }).click();
  await drawer.waitFor({ state: 'detached' });
  await chief.finish();

  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Wren Cedar' });
  await page.getByRole('heading', { name: 'Handed over to you' }).waitFor();
  await sweep(page, 'today-handed-over');
  await page.getByRole('link', { name: 'Lungwort' }).first().click();
  await page.getByText('Her aunt calls on Mondays.').first().waitFor();
  const read = page.getByRole('button', { name: /I have read what was handed over/ });
  await sweep(page, 'case-handed-over');
  await read.click();
  await read.waitFor({ state: 'detached' });
  await finish();
});

test('siblings are one person on both cases, and who may not be contacted is told before a call', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Elderflower');
  await openCase(page, 'Foxglove');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'From another case' }).click();
  const link = page.getByRole('dialog', { name: 'Somebody from another case' });
  await choose(page, 'Case', 'Elderflower');
  await choose(page, 'Who?', 'Elderflower');
  await link.getByLabel(/^What they are/).fill('sister');
  await sweep(page, 'person-link', '[role=dialog]');
  await link.getByRole('button', { name: 'Put them on this case' }).click();
  await link.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Elderflower' }).waitFor();
  const apart = page.getByRole('button', { name: 'Elderflower is not the same person there' });
  await apart.waitFor();
  await sweep(page, 'person-also-on');

  await page.getByRole('button', { name: 'Add a person' }).click();
  const person = page.getByRole('dialog', { name: 'Add a person' });
  await person.getByLabel(/^Name in daily use/).fill('Uncle Thistle');
  await choose(page, 'Part in the case', 'Caregiver');
  await person.getByLabel(/^They may not be contacted at all/).check();
  await person.getByRole('button', { name: 'Save', exact: true }).click();
  await person.getByRole('link', { name: /Say why they may not/ }).waitFor();
  await person.getByLabel(/^Why may they not/).fill('A protective order until June.');
  await person.getByText(/^Legal name, birth date/).click();
  await person.getByLabel(/^Languages/).fill('Spanish, English');
  await sweep(page, 'person-no-contact', '[role=dialog]');
  await person.getByRole('button', { name: 'Save', exact: true }).click();
  await person.waitFor({ state: 'detached' });
  await page.getByText('Spanish, English').waitFor();
  await sweep(page, 'case-people-linked');
  await page.getByRole('button', { name: 'Log a contact' }).click();
  await page.getByText(/Uncle Thistle: A protective order until June/).waitFor();
  await sweep(page, 'contact-not-to', '[role=dialog]');
  await page.keyboard.press('Escape');

  // It was another girl of that name: the person stays on this case, and the other case is left alone.
  await apart.click();
  await page.getByRole('link', { name: 'Elderflower' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Elderflower' }).waitFor();
  await finish();
});
