// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A release, from the first question to the second in which it is taken back.

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

/** @param {import('playwright-core').Page} page @param {string} name @param {string} role */
async function addPerson(page, name, role) {
  await page.getByRole('button', { name: 'Add a person' }).click();
  const drawer = page.getByRole('dialog', { name: 'Add a person' });
  await drawer.getByLabel(/^Name in daily use/).fill(name);
  await choose(page, 'Part in the case', role);
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await drawer.waitFor({ state: 'detached' });
}

test('rule_012_rule_014_rule_019_rule_020_rule_026_rule_028_a_release_opens_one_door_and_closes_at_once', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Brookmoss');
  await page.getByRole('tab', { name: 'People' }).click();
  await addPerson(page, 'Olive', 'Caregiver');
  await page.getByRole('tab', { name: 'Releases' }).click();
  await page.getByText('No release is written').waitFor();
  await page.getByText('Nothing was shared with anybody.').waitFor();
  await sweep(page, 'releases-none');

  // Written question by question: what is missing is said at its field, here and by the server.
  await page.getByRole('button', { name: 'Write a release' }).click();
  const drawer = page.getByRole('dialog', { name: 'Write a release' });
  const save = drawer.getByRole('button', { name: 'Save, to be signed' });
  await save.click();
  await drawer.getByRole('link', { name: 'Choose the organization.' }).waitFor();
  await sweep(page, 'release-refused', '[role=dialog]');
  await drawer.getByRole('combobox', { name: /^Organization/ }).fill('Alliance');
  await page.getByRole('option').filter({ hasText: 'Alliance' }).first().click();
  for (const chip of [
    'Who they are',
    'How to reach them',
    'To refer them to this service',
    'On paper',
  ]) {
    await drawer.getByText(chip, { exact: true }).click();
  }
  await drawer
    .getByRole('textbox', { name: /^How/ })
    .fill('Read together at the table, line by line.');
  await drawer.getByLabel(/^In which language/).fill('English');
  await choose(page, 'Whose names does it need?', 'The young person, and one');
  await drawer.getByLabel('I explained what can come of it').check();
  await save.click();
  await drawer.getByRole('link', { name: /no help depends on it/ }).waitFor();
  await drawer.getByLabel('I said that no help depends on it').check();
  await sweep(page, 'release-form', '[role=dialog]');
  await save.click();
  await drawer.waitFor({ state: 'detached' });
  const release = page.getByRole('list', { name: 'Releases' }).getByRole('listitem').first();
  await release.getByText('Needs a name', { exact: true }).waitFor();
  const shares = release.getByRole('button', { name: 'Share by this release' });
  assert.equal(await shares.count(), 0, 'nothing is shared before it is signed');
  await release.scrollIntoViewIfNeeded();
  await sweep(page, 'release-unsigned');

  // On paper, to be signed, in either language.
  await release.getByRole('link', { name: 'Print it to sign' }).click();
  const paper = page.getByRole('article', { name: 'What will be on paper' });
  await paper.getByText('No help depends on it. If you say no, you get the same help.').waitFor();
  await sweep(page, 'release-paper');
  await page.getByText('Español', { exact: true }).click();
  await paper.getByText(/Ninguna ayuda depende de esto/).waitFor();
  await page.getByRole('link', { name: 'To the releases' }).click();

  // Two names, each with who saw it.
  const sign = page.getByRole('dialog', { name: 'Write down who signed' });
  await release.getByRole('button', { name: 'Write down who signed' }).click();
  await sign.getByText('The young person', { exact: true }).click();
  await sign.getByLabel(/^Who saw it/).fill('Wren Cedar');
  await sign.getByRole('button', { name: 'Save', exact: true }).click();
  await sign.waitFor({ state: 'detached' });
  await release.getByText('Still to sign: The young person').waitFor({ state: 'detached' });
  await release.getByText('Still to sign: A parent or guardian').waitFor();
  await release.getByRole('button', { name: 'Write down who signed' }).click();
  await choose(page, 'Which person?', 'Olive');
  await sign.getByLabel(/^Who saw it/).fill('Wren Cedar');
  await sweep(page, 'release-sign', '[role=dialog]');
  await sign.getByRole('button', { name: 'Save', exact: true }).click();
  await sign.waitFor({ state: 'detached' });
  await release.getByText('In force', { exact: true }).waitFor();

  // Read word for word, then shared, then listed.
  await shares.click();
  const share = page.getByRole('dialog', { name: 'Share by this release' });
  await share
    .getByRole('group', { name: /^What is shared/ })
    .getByText('How to reach them')
    .click();
  await sweep(page, 'share-form', '[role=dialog]');
  await share.getByRole('button', { name: 'Show what will be sent' }).click();
  const all = share.getByRole('region', { name: 'What is sent' });
  await all.getByText('Brookmoss', { exact: true }).waitFor();
  assert.equal(
    await all.getByText('How to reach them').count(),
    0,
    'what was left out is not sent',
  );
  await sweep(page, 'share-preview', '[role=dialog]');
  await share.getByRole('button', { name: 'Share exactly this' }).click();
  await share.getByText('It is written down as shared').waitFor();
  await share.getByRole('button', { name: 'Close' }).last().click();
  await share.waitFor({ state: 'detached' });
  const shared = page.getByRole('list', { name: 'What was shared' }).getByRole('listitem');
  await shared.getByText('Who they are', { exact: true }).first().waitFor();
  await sweep(page, 'release-in-force');

  // Somebody has the preview open while another takes the release back: nothing leaves.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Share by this release' }).click();
  await other.getByRole('button', { name: 'Show what will be sent' }).click();
  await other.getByRole('button', { name: 'Share exactly this' }).waitFor();
  await release.getByRole('button', { name: 'Withdraw' }).click();
  const withdraw = page.getByRole('dialog', { name: 'Withdraw a release' });
  await sweep(page, 'release-withdraw', '[role=dialog]');
  await withdraw.getByRole('button', { name: 'Withdraw now' }).click();
  await withdraw.waitFor({ state: 'detached' });
  await release.getByText('Withdrawn', { exact: true }).waitFor();
  await other.getByRole('button', { name: 'Share exactly this' }).click();
  await other.getByText('The release was withdrawn.').waitFor();
  await sweep(other, 'share-withdrawn', '[role=dialog]');
  await other.close();
  await page.reload();
  await shared.first().waitFor();
  assert.equal(await shared.count(), 1, 'what was refused is not in the list');
  await release.getByText('Withdrawn', { exact: true }).scrollIntoViewIfNeeded();
  await sweep(page, 'release-withdrawn');

  // The accounting, for the young person to keep.
  await page.getByRole('link', { name: 'Print it for the young person' }).click();
  await paper.getByText(/^What: Who the young person is/).waitFor();
  await sweep(page, 'accounting-paper');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await page.getByText('It is among your downloads').waitFor();
  await finish();
});

test('rule_013_rule_014_today_shows_the_release_that_asks_for_something_and_leads_to_it', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  await openCase(page, 'Meadowrue');
  const here = page.url();
  await page.goto('/');
  const asking = page.getByRole('region', { name: 'Releases that ask for something' });
  await asking.waitFor();
  await page.goto(here);
  await page.getByRole('tab', { name: 'Releases' }).click();
  await page.getByRole('button', { name: 'Write a release' }).click();
  const drawer = page.getByRole('dialog', { name: 'Write a release' });
  await drawer.getByText('30 days when nothing else is chosen.').waitFor();
  await drawer.getByRole('combobox', { name: /^Organization/ }).fill('Alliance');
  await page.getByRole('option').filter({ hasText: 'Alliance' }).first().click();
  for (const chip of ['Who they are', 'To refer them to this service', 'On paper']) {
    await drawer.getByText(chip, { exact: true }).click();
  }
  await drawer.getByRole('textbox', { name: /^How/ }).fill('Read together, line by line.');
  await drawer.getByLabel(/^In which language/).fill('English');
  await choose(page, 'Whose names does it need?', 'The young person, and one');
  await drawer.getByLabel('I explained what can come of it').check();
  await drawer.getByLabel('I said that no help depends on it').check();
  await drawer.getByRole('button', { name: 'Save, to be signed' }).click();
  await drawer.waitFor({ state: 'detached' });
  await page.goto('/');
  await asking.getByText('Meadowrue').first().waitFor();
  await asking.getByText('It opens nothing until everybody has signed.').first().waitFor();
  await asking.scrollIntoViewIfNeeded();
  await sweep(page, 'today-releases');
  await asking.getByRole('link', { name: /^See to it.*Meadowrue/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Meadowrue' }).waitFor();
  await page.getByText('Needs a name', { exact: true }).waitFor();
  await finish();
});
