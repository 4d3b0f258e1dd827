// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { assign, choose, openCase } from './support/daily.mjs';
import { startMailServer } from './support/mail.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// Those who look after the place: people and roles, mail that was given up, the audit trail.

/** @type {Awaited<ReturnType<typeof startMailServer>>} */
let mail;
/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  mail = await startMailServer('reject-recipient');
  server = await startServer({ env: mail.settings });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await mail?.stop();
});

test('rule_122_refused_mail_is_shown_without_what_it_says_and_goes_out_when_retried', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  await openCase(page, 'Phalarope');
  await assign(page, 'Resource specialist', 'Wren');
  const admin = await visit(browser, server.url);
  await signInAs(admin.page, { role: 'ADMIN' });
  await admin.page.goto('/admin/mail');
  const retry = admin.page.getByRole('button', { name: 'Try again to Wren Cedar' }).first();
  await until(async () => {
    await admin.page.reload();
    await admin.page.locator('main table[aria-busy="false"], main [data-empty]').first().waitFor();
    return (await retry.count()) > 0;
  });
  await admin.page.getByText('The mail server refused the message. (550)').first().waitFor();
  assert.equal(await admin.page.getByText('Phalarope').count(), 0);
  await sweep(admin.page, 'admin-mail');
  await admin.page.goto('/');
  await admin.page.getByRole('heading', { name: 'Mail that was given up' }).waitFor();
  await admin.page.getByRole('link', { name: 'Look, and try again' }).waitFor();
  await sweep(admin.page, 'today-admin');
  await admin.page.getByRole('link', { name: 'Look, and try again' }).click();
  mail.does('accept');
  await retry.click();
  const { text } = await mail.arrived('wren@meadow.example');
  assert.doesNotMatch(text, /Phalarope|\bcase/i);
  await admin.page.getByRole('link', { name: 'Mail sent' }).click();
  await admin.page.getByRole('cell', { name: 'Wren Cedar' }).first().waitFor();
  await sweep(admin.page, 'admin-mail-sent');
  await admin.page.getByRole('link', { name: 'Mail waiting' }).click();
  await admin.page.getByText('All caught up').waitFor();
  await sweep(admin.page, 'admin-mail-none');
  await admin.finish();
  await finish();
});

test('a change of roles holds with the next request, and so does the end of an access', async () => {
  const specialist = await visit(browser, server.url);
  await signInAs(specialist.page, { name: 'Robin Elm' });
  await specialist.page.getByRole('link', { name: 'Cases' }).first().waitFor();
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'ADMIN' });
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page.getByRole('cell', { name: 'Robin Elm', exact: true }).waitFor();
  await sweep(page, 'admin-people');
  await page.getByRole('button', { name: 'Change the roles of Robin Elm' }).click();
  const roles = page.getByRole('dialog', { name: 'Roles of Robin Elm' });
  await roles.getByText('Resource specialist').click();
  await roles.getByRole('button', { name: 'Set these roles' }).click();
  await roles.getByRole('link', { name: /Choose a role/ }).waitFor();
  await sweep(page, 'admin-roles', '[role=dialog]');
  await roles.getByText('Trainer').click();
  await page.keyboard.press('Control+Enter');
  await roles.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: 'Robin Elm' });
  await row.getByText('Trainer').waitFor();
  await specialist.page.reload();
  await specialist.page.locator('[data-page-title]').waitFor();
  assert.equal(await specialist.page.getByRole('link', { name: 'Cases' }).count(), 0);

  await page.getByRole('button', { name: 'End the access of Robin Elm' }).click();
  const end = page.getByRole('dialog', { name: 'End the access of Robin Elm?' });
  await end.getByLabel(/^Why/).fill('Left the team.');
  await sweep(page, 'admin-end', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await end.waitFor({ state: 'detached' });
  await row.getByText('Access ended').waitFor();
  assert.equal(await row.getByRole('button').count(), 0);
  await specialist.page.goto('/me');
  await specialist.page.getByLabel('Sign-in name').waitFor();
  await specialist.finish();
  await finish();
});

test('rule_035_rule_036_the_privacy_officer_finds_who_saw_a_number_and_never_the_number', async () => {
  const supervisor = await visit(browser, server.url);
  await signInAs(supervisor.page, { name: 'Sage Alder' });
  await openCase(supervisor.page, 'Sanderling');
  await supervisor.page.getByRole('tab', { name: 'People' }).click();
  await supervisor.page.getByRole('button', { name: 'Add a person' }).click();
  const person = supervisor.page.getByRole('dialog', { name: 'Add a person' });
  await person.getByLabel(/^Name in daily use/).fill('Aunt Sanderling');
  await choose(supervisor.page, 'Part in the case', 'Caregiver');
  await person.getByLabel(/^Phone/).fill('555-0177');
  await person.getByRole('button', { name: 'Save', exact: true }).click();
  await person.waitFor({ state: 'detached' });
  await supervisor.page.getByRole('button', { name: 'Show Phone of Aunt Sanderling' }).click();
  await supervisor.page.getByLabel(/^Why do you need/).fill('To call her back today');
  await supervisor.page.getByRole('button', { name: 'Show it' }).click();
  await supervisor.page.getByText('555-0177').waitFor();
  await supervisor.finish();

  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'PRIVACY_OFFICER' });
  await page.getByText('Nothing waits for you today').waitFor();
  await sweep(page, 'today-privacy');
  await page.getByRole('main').getByRole('link', { name: 'Audit trail' }).click();
  await page.getByRole('heading', { level: 1, name: 'Audit trail' }).waitFor();
  await page.getByRole('row').nth(1).waitFor();
  await page.getByText('What is sought').click();
  await sweep(page, 'privacy-filter');
  await choose(page, 'What was done', 'Showed a hidden');
  await choose(page, 'By whom', 'Sage');
  await page.waitForURL((url) => url.searchParams.has('who'));
  const row = page.getByRole('row').filter({ hasText: 'Showed a hidden value' }).first();
  await row.filter({ hasText: 'Sage Alder' }).filter({ hasText: 'phone' }).waitFor();
  await sweep(page, 'privacy-found');
  const shown = await page.locator('main').innerText();
  for (const value of ['555-0177', 'Sanderling', 'To call her back']) {
    assert.equal(shown.includes(value), false, `${value} is not in the trail`);
  }
  assert.equal(/Sage|Showed/.test(decodeURIComponent(page.url())), false);
  await page.getByLabel(/^From/).fill('+1');
  await page.keyboard.press('Tab');
  await page.getByText('There is no such entry.').waitFor();
  await sweep(page, 'privacy-none');
  await page.getByRole('button', { name: 'Clear the filter' }).first().click();
  await page.getByRole('row').nth(1).waitFor();
  await finish();
});

/** @param {() => Promise<boolean>} so */
async function until(so) {
  const end = Date.now() + 60_000;
  while (!(await so())) {
    assert.ok(Date.now() < end, 'it did not come about within a minute');
    await new Promise((done) => setTimeout(done, 200));
  }
}
