// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { done, makeCase, programOf } from './support/cases.mjs';
import { startMailServer } from './support/mail.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A service answers by the link of a mail, without an account and without scripts.

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

/**
 * A referral and an enquiry about room, each to a house of its own with an address.
 * @returns {Promise<{ link: string, room: string, referral: string }>} where the mails lead
 */
async function asked() {
  const sage = await programOf(server.url, 'Sage Alder');
  const curator = await programOf(server.url, 'Maple Kelp');
  const house = async (/** @type {string} */ name, /** @type {string} */ email) => {
    const made = await done(curator, 'serviceRecord', 'service { id }', {
      name,
      email,
      organizationName: 'Fern Trust',
      category: 'EMERGENCY_SHELTER',
      description: 'A quiet house.',
      state: 'TX',
      states: ['TX'],
      capabilities: [],
      languages: [],
      capacity: 'UNKNOWN',
    });
    return made.service.id;
  };
  const [one, other] = [
    await house('Fern House', 'one@fern.example'),
    await house('Moss House', 'two@fern.example'),
  ];
  const of = await makeCase(sage, 'Wheatear');
  const { referral } = await done(sage, 'referralMake', 'referral { id }', {
    case: of,
    service: one,
    need: 'A bed for two weeks.',
    send: true,
  });
  await done(sage, 'capacityAsk', 'enquiry { id }', {
    case: of,
    services: [other],
    category: 'EMERGENCY_SHELTER',
    ageBand: 'FROM_16_TO_17',
    accepts: ['ACCEPTS_SIBLINGS', 'NO_LOCKDOWN'],
    languages: ['SPANISH'],
    state: 'TX',
    neededBy: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
  });
  const linkOf = async (/** @type {string} */ address) => {
    const { text } = await mail.arrived(address);
    return /https?:\/\/\S+\/answer\/\S+/.exec(text)?.[0] ?? '';
  };
  return {
    link: await linkOf('one@fern.example'),
    room: await linkOf('two@fern.example'),
    referral: `/referrals/${referral.id}`,
  };
}

test('rule_088_a_service_answers_by_its_link_without_an_account_and_without_scripts', async () => {
  const { link, room, referral } = await asked();
  // What the page does, it does without scripts: it is used in a browser that runs none.
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' });
  const page = await plain.newPage();
  const looks = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const seen = await looks.newPage();
  const look = async (/** @type {string} */ address, /** @type {string} */ name) => {
    for (const [language, suffix] of [
      ['en', ''],
      ['es', '-es'],
    ]) {
      await seen.goto(`${address}?lang=${language}`);
      await sweep(seen, `answer-${name}${suffix}`);
    }
  };
  await look(link, 'place');
  await look(room, 'room');
  assert.equal(await seen.locator('script').count(), 0);

  await page.goto(link);
  await page.getByRole('link', { name: 'Español' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  await page.getByRole('link', { name: 'English' }).click();
  for (const told of ['Wheatear', 'bed', 'Fern', 'child', 'young']) {
    assert.ok(!(await page.locator('body').textContent())?.includes(told), `it says "${told}"`);
  }
  // "Not this time" asks why; what was chosen is still there.
  await page.getByLabel('Not this time').check();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByRole('alert').getByText('Choose why it is not possible this time.').waitFor();
  assert.ok(await page.getByLabel('Not this time').isChecked());
  await seen.setContent(await page.content());
  await sweep(seen, 'answer-again');
  await page.getByLabel('Yes, we have a place or time').check();
  await page.getByLabel(/^Room for others/).selectOption('There is a waiting list');
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  await seen.setContent(await page.content());
  await sweep(seen, 'answer-thanks');

  // It is good for one answer: from now on it looks like every link that never was.
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'This link is not in use' }).waitFor();
  const used = await page.content();
  await page.goto(`${server.url}/answer/never-was`);
  assert.equal(await page.content(), used);
  await look(link, 'dead');
  await plain.close();
  await looks.close();

  const worker = await visit(browser, server.url);
  await signInAs(worker.page, { name: 'Sage Alder' });
  await worker.page.goto(referral);
  await worker.page.getByText('Accepted', { exact: true }).first().waitFor();
  await worker.page
    .getByText(/by (its|their) link|by the link/i)
    .first()
    .waitFor();
  await sweep(worker.page, 'referral-by-link');
  await worker.finish();
});
