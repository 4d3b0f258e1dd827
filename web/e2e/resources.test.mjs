// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit, widths } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { Keys } from './support/keys.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// The directory: found, recorded, checked; and what is kept where it has nothing.

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

test('rule_124_the_directory_narrows_by_state_kind_and_whom_it_takes_and_words_stay_out_of_the_address', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'RESOURCE_SPECIALIST' });
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor();
  await page.getByRole('row').nth(24).waitFor();
  await sweep(page, 'directory');
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('row').nth(26).waitFor();

  await choose(page, 'State or territory it serves', 'Texas');
  await choose(page, 'Kind of help', 'Trauma');
  const rows = page.getByRole('table', { name: 'Services' }).locator('tbody tr');
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  await page.getByText('Whom it takes, and how').click();
  await page.getByText('Accepts trans and nonbinary youth', { exact: true }).click();
  await page.getByLabel('For somebody of this age').fill('15');
  await rows.getByText('Stillwater Counseling').waitFor();
  await sweep(page, 'directory-narrowed');
  assert.match(page.url(), /state=TX/);
  assert.match(page.url(), /kind=TRAUMA_THERAPY/);
  assert.match(page.url(), /ACCEPTS_TRANS_NONBINARY/);
  assert.doesNotMatch(
    new URL(page.url()).search,
    /15/,
    'an age is typed, and stays out of the address',
  );
  await page.getByText('Survivors on staff', { exact: true }).click();
  await page.getByText('Nothing matches').waitFor();
  await sweep(page, 'directory-empty');
  await page.getByRole('button', { name: 'Clear the filters' }).first().click();
  await rows.nth(20).waitFor();

  // "/" goes to the words, Enter back to the list, J to its first row, Enter opens it.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('lantern');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tbody tr')].every((row) =>
      /Lantern/.test(row.textContent ?? ''),
    ),
  );
  assert.doesNotMatch(page.url(), /lantern/i, 'words are in the page alone');
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await page.locator('tr[data-current]').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Lantern Mentors/ }).waitFor();
  await page.getByRole('link', { name: /555-01/ }).waitFor();
  assert.match(page.url(), /\/resources\/[\w-]+$/, 'an opaque id alone is in the address');
  await sweep(page, 'service');
  await page.goBack();
  const words = page.getByLabel('Words', { exact: true });
  await words.waitFor();
  assert.equal(await words.inputValue(), 'lantern', 'they are still there after a look');
  await finish();
});

test('from a phone: a service is found in the palette, and a case chosen for it', async () => {
  const { page, finish } = await visit(browser, server.url, { width: widths.phone, touch: true });
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Sedge');
  await page.goto('/');
  await page.getByRole('button', { name: 'Find', exact: true }).tap();
  await page.getByRole('dialog', { name: 'Find, or do' }).waitFor();
  await page.keyboard.type('Porch');
  await page
    .getByRole('option', { name: /Porch Light/ })
    .first()
    .tap();
  await page.getByRole('heading', { level: 1, name: /^Porch Light/ }).waitFor();
  await page.getByRole('button', { name: 'Refer', exact: true }).tap();
  const drawer = page.getByRole('dialog', { name: 'Refer to a service' });
  await choose(page, 'Case', 'Sedge');
  await drawer.getByLabel(/^What is needed/).fill('Somewhere quiet in the afternoons.');
  await sweep(page, 'refer-case', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Refer', exact: true }).tap();
  await page.getByText('Call them, give the reference').waitFor();
  await finish();
});

test('rule_045_a_curator_records_a_service_whose_place_is_told_to_nobody', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'DIRECTORY_CURATOR' });
  await page.goto('/resources');
  await page.getByRole('button', { name: 'Record a service' }).click();
  const drawer = page.getByRole('dialog', { name: 'Record a service' });
  await drawer.getByLabel(/^Name of the service/).fill('Thistle House');
  await drawer.getByLabel(/^Whose service it is/).fill('Thistle Trust');
  await choose(page, 'Kind of help', 'Emergency');
  await drawer
    .getByLabel(/^What it does/)
    .last()
    .fill('A quiet house with beds for six.');
  await drawer.getByLabel(/^Phone/).fill('(555) 555-0199');
  await choose(page, 'State or territory it is in', 'Texas');
  await drawer.getByLabel('City').fill('Fairview');
  await drawer.getByText('Confidential location', { exact: true }).click();
  await drawer.getByLabel('City').waitFor({ state: 'detached' });
  await sweep(page, 'service-record', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Thistle House' }).waitFor();
  await page.getByText('Not checked yet').waitFor();
  await page.getByText('Confidential location').first().waitFor();
  assert.equal(await page.getByText('Fairview').count(), 0);

  await page.getByRole('button', { name: 'Change the entry' }).click();
  const change = page.getByRole('dialog', { name: 'Change the entry' });
  await change.getByLabel(/^This service has ended/).check();
  await change.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Nobody is referred to it any more').waitFor();
  await finish();
});

test('rule_081_a_curator_checks_a_service_and_may_not_refer', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'DIRECTORY_CURATOR' });
  await page.getByRole('link', { name: 'Directory' }).first().click();
  await choose(page, 'Kind of help', 'Education');
  await page
    .getByRole('link', { name: /^Second Bell/ })
    .first()
    .waitFor();
  assert.equal(await page.getByRole('button', { name: /^Refer/ }).count(), 0);
  await page
    .getByRole('link', { name: /^Second Bell/ })
    .last()
    .click();
  await page.getByText('Has room', { exact: true }).last().click();
  await sweep(page, 'service-check');
  await page.getByRole('button', { name: 'Checked today' }).click();
  await page
    .getByRole('region', { name: 'How far this can be relied on' })
    .getByText('Checked', { exact: true })
    .waitFor();
  await finish();
});

test('rule_084_where_the_directory_has_nothing_one_click_keeps_that_without_anything_of_anybody', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'RESOURCE_SPECIALIST' });
  await page.goto('/resources');
  await choose(page, 'State or territory it serves', 'Guam');
  await page
    .getByText(/Choose a state and a kind of help|Nothing matches/)
    .first()
    .waitFor();
  await choose(page, 'Kind of help', 'Tattoo');
  await page.getByText('Whom it takes, and how').click();
  await page.getByLabel('For somebody of this age').fill('15');
  await page.getByLabel('Words', { exact: true }).fill('Wheatear');
  await page.getByText('Nothing matches').waitFor();
  const told = page.getByText(/^This will be recorded: .* No name, no words, no case\.$/);
  await told.waitFor();
  const said = (await told.textContent()) ?? '';
  assert.match(said, /Guam, Tattoo removal, an age range around 15/);
  assert.doesNotMatch(said, /Wheatear/);
  await sweep(page, 'unmet-need');
  await page.getByRole('button', { name: 'Record that nothing was found' }).click();
  await page.getByText('Recorded. It counts where services are missing.').waitFor();
  await sweep(page, 'unmet-need-recorded');
  await finish();
});

test('FA4: a therapist is found though misspelt, read out, and referred to with at most ten keys', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Fennel');
  await page.getByRole('tab', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: 'Look in the directory' }).click();
  await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor();
  await choose(page, 'State or territory it serves', 'Texas');
  await page.waitForFunction(() => /state=TX/.test(location.search));
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const keys = new Keys(page);
  await keys.press('/');
  await keys.focused(page.getByLabel('Words', { exact: true }));
  // The words are what is sought, and free.
  await keys.write('stilwatr');
  await page.getByText('Showing results for').waitFor();
  await page.getByText('spelling corrected').first().waitFor();
  await sweep(page, 'directory-corrected');
  await keys.press('Enter');
  await keys.press('j');
  await page.locator('tr[data-current]').waitFor();
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Stillwater/ }).waitFor();
  const number = page.getByRole('link', { name: /555-01/ });
  await number.waitFor();
  const size = await number.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize),
  );
  assert.ok(size >= 32, `${size} px is large enough to be read out`);
  await sweep(page, 'service-read-out');
  await keys.press('r');
  const drawer = page.getByRole('dialog', { name: 'Refer to a service' });
  await drawer.getByText('Fennel').waitFor();
  await keys.focused(drawer.getByLabel(/^What is needed/));
  await keys.write('Someone to talk to, near home.');
  await keys.press('Control+Enter');
  await page.getByText('Call them, give the reference').waitFor();
  keys.within(10, 'FA4');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('link', { name: 'To the directory' }).click();
  await page.getByLabel('Words', { exact: true }).waitFor();
  assert.match(page.url(), /state=TX/, 'the filters are remembered');
  await page.getByRole('button', { name: /^Search for “stilwatr”/ }).click();
  await page.getByText('Nothing matches').waitFor();
  await finish();
});
