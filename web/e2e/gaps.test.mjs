// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit, widths } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { startMailServer } from './support/mail.mjs';
import { countRows } from './support/rows.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// Where services are missing, what was sought in vain, and whether there is room.

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

test('rule_085_the_map_shows_where_nothing_is_and_each_number_leads_to_its_rows', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'RESOURCE_SPECIALIST' });
  await page.goto('/resources');
  await page.getByRole('link', { name: 'Where services are missing' }).click();
  await page.getByRole('heading', { level: 1, name: 'Where services are missing' }).waitFor();
  await choose(page, 'Kind of help', 'Emergency');
  await page.waitForURL(/kind=EMERGENCY_SHELTER/);
  const picture = page.getByRole('img', {
    name: /^Map of 56 states and territories for Emergency shelter: none listed in \d+/,
  });
  await picture.waitFor();
  assert.equal(await page.locator('svg style').count(), 0, 'the content policy is kept');
  const places = await picture
    .locator('[data-place]')
    .evaluateAll((found) => new Set(found.map((one) => one.getAttribute('data-place'))).size);
  assert.equal(places, 56, 'each state and territory is on the map');
  await page.getByText(/^Tribal programs of all states:/).waitFor();
  const table = page.getByRole('table', { name: 'Services by place' });
  // Places of which nothing is known are named in a sentence; all others have a row.
  const sentence = await page.getByText(/^No data for \d+ places\./).textContent();
  const unknown = Number(/\d+/.exec(sentence ?? '')?.[0]);
  assert.equal((await table.locator('tbody tr').count()) + unknown, 57);
  await sweep(page, 'gap-map');
  await page.getByText(/^Tribal programs of all states:/).scrollIntoViewIfNeeded();
  await sweep(page, 'gap-map-foot');
  const numbers = await table.locator('td:nth-of-type(1) a').evaluateAll((links) =>
    links.map((link) => ({
      said: Number(link.textContent),
      href: link.getAttribute('href') ?? '',
    })),
  );
  assert.ok(
    numbers.some(({ said }) => said > 0) && numbers.some(({ said }) => said === 0),
    'some are told, and some are none',
  );
  assert.ok(numbers.length + unknown >= 57 - 1, 'each row has its number');
  for (const { said, href } of [
    ...numbers.filter((one) => one.said > 0),
    ...numbers.filter((one) => one.said === 0).slice(0, 2),
  ]) {
    await page.goto(href);
    await page.getByText(/^Only these services are shown/).waitFor();
    assert.equal(await countRows(page), said, href);
  }
  await sweep(page, 'gap-rows');
  await page.getByRole('button', { name: 'Show the others too' }).click();
  await page.getByText(/^Only these services are shown/).waitFor({ state: 'detached' });
  await finish();
});

test('the map is narrowed by whom it is for, drawn small on a phone, and read in Spanish', async () => {
  const { page, finish } = await visit(browser, server.url, { width: widths.phone });
  await signInAs(page, { role: 'SUPERVISOR' });
  await page.goto('/me');
  await page.getByText('Español', { exact: true }).click();
  await page.locator('html[lang=es]').waitFor();
  await page.goto('/resources/map?kind=EMERGENCY_SHELTER&ages=FROM_16_TO_17');
  await page.getByRole('heading', { level: 1, name: 'Dónde faltan servicios' }).waitFor();
  await page.getByRole('img', { name: /^Mapa de 56 estados y territorios/ }).waitFor();
  await page.getByText('16 y 17').first().waitFor();
  await sweep(page, 'gap-map-spanish');
  await finish();
});

test('rule_084_what_was_not_found_is_listed_without_a_place_while_it_is_few', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await page.goto('/resources/unmet');
  await page.getByText('Nothing was recorded').waitFor();
  await sweep(page, 'unmet-none');
  for (let times = 0; times < 5; times += 1) {
    await page.goto('/resources?state=GU&kind=DENTAL&accepts=["ACCEPTS_MALE"]');
    await page.getByRole('button', { name: 'Record that nothing was found' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    if (times === 3) {
      await page.goto('/resources/unmet');
      await page.getByText('Not told: too few').first().waitFor();
      assert.equal(await page.getByRole('cell', { name: 'Guam' }).count(), 0);
      await page.goto('/resources/unmet?state=GU');
      await page.getByText('Nothing matches').waitFor();
      await sweep(page, 'unmet-suppressed');
    }
  }
  await page.goto('/resources/map?kind=DENTAL&accepts=["ACCEPTS_MALE"]');
  const told = page.getByRole('link', { name: 'at least 5' }).first();
  await told.click();
  await page.getByRole('heading', { level: 1, name: 'What was not found' }).waitFor();
  assert.equal(await countRows(page), 5);
  await page.getByRole('cell', { name: 'Guam' }).first().waitFor();
  await sweep(page, 'unmet');
  await finish();
});

test('rule_086_services_are_asked_for_room_without_anything_of_anybody_and_answer_by_a_link', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Saxifrage');
  await page.getByRole('tab', { name: 'Referrals' }).click();
  const part = page.getByRole('region', { name: 'Is there room?' });
  await part.getByRole('button', { name: 'Ask services whether there is room' }).click();
  const drawer = page.getByRole('dialog', { name: 'Ask services whether there is room' });
  await drawer.getByRole('button', { name: 'Ask them' }).click();
  await drawer.getByRole('link', { name: 'Choose what kind of help.' }).waitFor();
  await sweep(page, 'enquiry-missing', '[role=dialog]');
  assert.equal(await drawer.locator('textarea').count(), 0, 'there is no field for words');
  await choose(page, 'What kind of help?', 'Emergency');
  await drawer.getByText('13 to 15', { exact: true }).click();
  // The search follows the kind of help; not only in this state.
  const picker = drawer.getByRole('search', { name: 'Search the directory' });
  await picker.getByRole('button', { name: 'Clear', includeHidden: true }).first().click();
  const found = drawer.getByRole('list', { name: 'Services found' }).getByRole('checkbox');
  await found.nth(1).waitFor();
  await found.nth(0).click();
  await found.nth(1).click();
  await sweep(page, 'enquiry-form', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Ask them' }).click();
  await drawer.waitFor({ state: 'detached' });
  const asked = part.getByRole('list', { name: 'Answers' }).getByRole('listitem');
  await asked.nth(1).waitFor();
  assert.equal(await asked.count(), 2);
  await asked.first().getByText('No answer yet').waitFor();
  await sweep(page, 'enquiry-asked');

  // One of them answers by its link, which says nothing of anybody.
  await asked.first().getByRole('link').click();
  const address = await page.getByRole('link', { name: /@services\.example/ }).textContent();
  const message = await mail.arrived(address?.trim() ?? '');
  const link = /https?:\/\/\S+\/answer\/\S+/.exec(message.text)?.[0] ?? '';
  assert.equal(message.text.includes('Saxifrage'), false);
  const service = await visit(browser, server.url);
  await service.page.goto(link);
  assert.equal(await service.page.getByText('Saxifrage').count(), 0);
  await service.page.locator('input[name=answer]').first().check();
  await service.page.getByRole('button').click();
  await service.finish();
  await page.goBack();
  await page.getByRole('tab', { name: 'Referrals' }).click();
  await part.getByText(/^said /).waitFor();
  await part.getByText('No answer yet').waitFor();
  await part.scrollIntoViewIfNeeded();
  await sweep(page, 'enquiry-answered');
  await finish();
});
