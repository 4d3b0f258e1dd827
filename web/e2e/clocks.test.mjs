// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { done, makeCase, programOf } from './support/cases.mjs';
import { choose, openCase } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// What starts clocks and what ends them other than by evidence, each with its drawer.

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('./support/cases.mjs').Act} */
let sage;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  sage = await programOf(server.url, 'Sage Alder');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const police = 'Tell the police that a young person in care was identified as trafficked';
const federal = 'Request for assistance to the Office on Trafficking in Persons (HHS)';

/** Signed in as the supervisor. */
async function supervisor() {
  const window = await visit(browser, server.url);
  await signInAs(window.page, { name: 'Sage Alder' });
  return window;
}

/** The dialog in front, by its name.
 * @param {import('playwright-core').Page} page @param {string} name */
const dialog = (page, name) => page.getByRole('dialog', { name });

/**
 * Opens one of the other ways to end a clock.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} clock @param {string} way
 */
async function otherWay(page, clock, way) {
  await clock.getByRole('button', { name: /^Other ways to end/ }).click();
  await page.getByRole('menuitem', { name: way }).click();
}

test('rule_056_rule_057_what_was_found_out_starts_what_the_law_asks_for', async () => {
  const { page, finish } = await supervisor();
  for (const [alias, kind, says] of /** @type {const} */ ([
    ['Pipit', 'CHILD_WELFARE_WORKER', /^Federal rule · definition version \d+ · [^·]+$/],
    ['Snipe', 'FAMILY', /recommended here/],
  ])) {
    await page.goto(`/cases/${await makeCase(sage, alias, { kind })}`);
    await page.getByText('Nothing runs on this case now.').waitFor();
    for (const [event, title] of /** @type {const} */ ([
      ['First identified as trafficked', police],
      ['A minor from another country, with a concern of trafficking', federal],
    ])) {
      await page.getByRole('button', { name: 'Something has happened…' }).click();
      const drawer = dialog(page, 'Record what happened');
      await drawer.getByRole('button', { name: 'Record it' }).click();
      await drawer.getByRole('link', { name: /Choose what happened/ }).waitFor();
      if (alias === 'Pipit' && title === police) await sweep(page, 'clock-event', '[role=dialog]');
      await drawer.getByText(event, { exact: true }).click();
      await page.keyboard.press('Control+Enter');
      await drawer.waitFor({ state: 'detached' });
      await page.getByRole('article', { name: title }).waitFor();
    }
    await page.getByRole('article', { name: federal }).getByText(says).waitFor();
    if (alias === 'Pipit') await sweep(page, 'clock-events');
  }
  await finish();
});

test('rule_058_rule_061_a_clock_that_does_not_apply_or_is_waived_says_why_and_who_stands_for_it', async () => {
  const id = await makeCase(sage, 'Dunlin');
  const { episode } = await done(sage, 'episodeOpen', 'episode { id }', {
    case: id,
    type: 'ENDANGERED_RUNAWAY',
    whereabouts: 'MISSING',
  });
  const { page, finish } = await supervisor();
  await page.goto(`/cases/${id}/away/${episode.id}`);
  const court = page.getByRole('article').filter({ hasText: 'Rule of Texas' });
  await otherWay(page, court, 'Does not apply…');
  const aside = dialog(page, 'It does not apply');
  await aside.getByRole('button', { name: 'Record that it does not apply' }).click();
  await aside.getByRole('link', { name: /Why/ }).waitFor();
  await sweep(page, 'clock-not-applicable', '[role=dialog]');
  await aside.getByLabel(/^Why/).fill('No court is involved.');
  await page.keyboard.press('Control+Enter');
  await aside.waitFor({ state: 'detached' });
  await court.getByText('Does not apply', { exact: true }).waitFor();
  await court.getByText('Why: No court is involved.').waitFor();

  const search = page.getByRole('article', { name: /^Ask again everybody/ });
  await otherWay(page, search, 'Waive…');
  const waiver = dialog(page, 'Waive it');
  await waiver.getByText(/Sage Alder stands with it/).waitFor();
  await waiver.getByLabel(/^Why/).fill('Her aunt calls everybody.');
  await sweep(page, 'clock-waive', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await waiver.waitFor({ state: 'detached' });
  await page.getByText('Why: Her aunt calls everybody.').waitFor();

  await page.getByRole('button', { name: 'Change where they are' }).click();
  const where = dialog(page, 'Where they are now');
  await where.getByRole('button', { name: 'Record it' }).click();
  await where.getByRole('link', { name: /Choose where they are/ }).waitFor();
  await where.getByText('Located, not back yet', { exact: true }).click();
  await sweep(page, 'away-move', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await where.waitFor({ state: 'detached' });
  await page.getByText('Located, not back yet').first().waitFor();
  await finish();
});

test('rule_060_between_states_the_collector_is_verified_and_the_return_can_be_made_longer', async () => {
  const { page, finish } = await supervisor();
  await openCase(page, 'Tern');
  await page.getByRole('tab', { name: 'Times away' }).click();
  await page.getByRole('button', { name: 'Record a time away' }).click();
  const opening = dialog(page, 'Record a time away');
  await opening.getByText('Away, and it is known where').click();
  await choose(page, 'What fits best?', 'Left a home');
  await opening.getByRole('button', { name: 'Record it' }).click();
  // Rule 58: nothing runs while it is known where they are.
  await page.getByText('Nothing runs from this time away.').waitFor();
  await page.getByRole('button', { name: 'They are back' }).click();
  const back = dialog(page, 'They are back');
  await back.getByLabel(/^They were found in another state/).check();
  await sweep(page, 'away-back', '[role=dialog]');
  await back.getByRole('button', { name: 'Record that they are back' }).click();
  await back.waitFor({ state: 'detached' });
  const verify = page.getByRole('article', { name: /^Verify identity and custody/ });
  await verify.getByText(/cannot be left out/).waitFor();
  assert.equal(await verify.getByRole('button', { name: /^Other ways/ }).count(), 0);
  await page.getByRole('button', { name: 'The signed consent came' }).click();
  const consent = dialog(page, 'Record what happened');
  await consent.getByRole('button', { name: 'Record it' }).click();
  await consent.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Tern' }).click();
  await page.getByRole('tab', { name: 'Overview' }).click();
  const compact = page.getByRole('article', { name: 'Return under the interstate compact' });
  await otherWay(page, compact, 'Make it longer…');
  const longer = dialog(page, 'Make it longer');
  await longer.getByLabel(/in the office that sends/).fill('Officer Reed');
  await longer.getByRole('button', { name: 'Make it longer' }).click();
  await longer.getByRole('link', { name: /in the office that receives/ }).waitFor();
  await sweep(page, 'clock-extend', '[role=dialog]');
  await longer.getByLabel(/in the office that receives/).fill('Officer Brook');
  await longer.getByRole('button', { name: 'Make it longer' }).click();
  await compact.getByText('Made longer; agreed with Officer Reed, Officer Brook').waitFor();
  await finish();
});
