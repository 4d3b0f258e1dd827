// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { countRows } from './support/rows.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// Those who lead: the board and its rows, and staffings.

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

/**
 * Opens the board and gives what the server answered, to hold the screen against it.
 * @param {import('playwright-core').Page} page
 */
async function openBoard(page) {
  const answered = page.waitForResponse(async (response) => {
    if (!new URL(response.url()).pathname.startsWith('/graphql')) return false;
    const body = await response.json().catch(() => undefined);
    return body?.data?.board !== undefined;
  });
  await page.goto('/board');
  const { data } = await (await answered).json();
  await page.getByRole('heading', { level: 1, name: 'Case-staffing board' }).waitFor();
  await page.locator('figure svg').nth(1).waitFor();
  return data.board;
}

/** @param {import('playwright-core').Page} page */
const twins = async (page) => {
  for (const name of [/^Show as table.*Open cases/, /^Show as table.*Contacts/]) {
    await page.getByRole('button', { name }).click();
  }
};

/** @param {import('playwright-core').Locator} links */
const numbersAndWays = (links) =>
  links.evaluateAll((found) =>
    found.map((link) => ({
      said: Number.parseInt(link.textContent ?? '', 10),
      href: link.getAttribute('href') ?? '',
    })),
  );

test('every number of the board leads to exactly as many rows', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  const board = await openBoard(page);
  await sweep(page, 'board');
  await twins(page);
  await sweep(page, 'board-tables');
  const waiting = await numbersAndWays(page.getByRole('list', { name: 'What waits' }).locator('a'));
  assert.deepEqual(
    waiting.map(({ said }) => said),
    [
      board.withoutSpecialist,
      board.withoutYouthVoice,
      board.reviewsOverdue,
      board.referralsWaiting,
      board.requests.overdue,
      board.requests.dueSoon,
      board.noContact14Days,
      board.noContact30Days,
    ],
  );
  const due = page.getByRole('list', { name: 'What is due by law or by agreement' });
  await due.waitFor();
  const clocks = await numbersAndWays(due.locator('a'));
  const { clocks: counted } = board;
  assert.deepEqual(
    clocks.map(({ said }) => said),
    [
      counted.overdue,
      counted.dueSoon,
      counted.notDue,
      counted.met,
      counted.metLate,
      counted.waived,
      counted.notApplicable,
    ],
  );
  const drawn = await numbersAndWays(page.locator('figure tbody a'));
  assert.deepEqual(
    drawn.map(({ said }) => said),
    [
      ...board.caseloads.map((/** @type {any} */ one) => one.openCases),
      ...board.contactsByWeek.map((/** @type {any} */ one) => one.contacts),
    ],
    'the tables beside the pictures say what the server said',
  );
  const all = [...waiting, ...clocks, ...drawn];
  for (const { said, href } of all) {
    await page.goto(href);
    assert.equal(await countRows(page), said, `${href} has as many rows as the board says`);
  }
  await finish();
});

test('the pictures speak for themselves, hide names and lead on', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Rowan Birch' });
  await openBoard(page);
  const picture = page.getByRole('img', { name: /^Bars by name: \d+ open cases/ });
  await picture.getByText('Robin Elm').waitFor();
  assert.equal(await page.locator('svg style').count(), 0);
  await page.keyboard.press('h');
  await page.getByText('Names hidden').waitFor();
  await picture.getByText('Colleague 1').waitFor();
  assert.equal(await page.getByText('Robin Elm').count(), 0);
  await sweep(page, 'board-names-hidden');
  await page.keyboard.press('h');
  await picture.getByText('Robin Elm').waitFor();
  await picture.locator('[data-part=bar] rect').first().click();
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  await page.getByText('cases of Robin Elm').waitFor();
  await finish();
});

test('a week of contacts is read, and the one before it', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  const board = await openBoard(page);
  const [before, week] = board.contactsByWeek.slice(-3);
  await page.goto(`/contacts?view=team&week=${week.weekOf}`);
  assert.equal(await countRows(page), week.contacts);
  await sweep(page, 'contacts-week');
  await page.getByRole('link', { name: 'The week before' }).click();
  await page.waitForURL((url) => url.searchParams.get('week') === before.weekOf);
  assert.equal(await countRows(page), before.contacts);
  // All weeks are more than one page: what is paged to is counted too.
  await page.getByRole('link', { name: 'All weeks' }).click();
  await page.waitForURL((url) => !url.searchParams.has('week'));
  const shown = board.contactsByWeek.reduce(
    (/** @type {number} */ sum, /** @type {any} */ one) => sum + one.contacts,
    0,
  );
  assert.ok(shown > 25 && (await countRows(page)) >= shown);
  await finish();
});

test('rule_030_who_may_not_see_the_board_finds_no_way_to_it', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'RESOURCE_SPECIALIST' });
  await page.getByRole('link', { name: 'Staffings' }).waitFor();
  for (const place of ['Board', 'Administration', 'Audit trail']) {
    assert.equal(await page.getByRole('link', { name: place }).count(), 0, `${place} is absent`);
  }
  for (const address of ['/board', '/admin/people', '/admin/mail', '/privacy']) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'This cannot be opened' }).waitFor();
  }
  await finish();
});

test('rule_121_rule_123_rule_124_the_screens_of_those_who_lead_can_be_left_and_name_nobody', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  const board = await openBoard(page);
  const [staffing] = board.nextStaffings;
  const aliases = staffing.cases.map((/** @type {any} */ one) => one.alias);
  for (const way of ['/board', '/staffings', `/staffings/${staffing.id}`, '/contacts?view=team']) {
    await page.goto(way);
    await page.locator('main table[aria-busy="false"], figure svg, main ul').first().waitFor();
    assert.ok(await page.getByRole('button', { name: 'Leave' }).isVisible(), `${way} can be left`);
    assert.equal(await page.title(), 'Notes');
    const address = decodeURIComponent(page.url());
    for (const name of [...aliases, 'Sage']) assert.equal(address.includes(name), false);
  }
  await finish();
});

test('rule_125_a_staffing_is_planned_from_a_draft_that_is_kept_and_then_held', async () => {
  const { page, context, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  await openCase(page, 'Whimbrel');
  await page.getByRole('tab', { name: 'Staffings' }).click();
  await page.getByRole('button', { name: 'Plan a staffing' }).click();
  const drawer = page.getByRole('dialog', { name: 'Plan a staffing' });
  await drawer.getByLabel(/^What for/).fill('Who takes her to school?');
  await drawer
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Plan a staffing' }).click();
  await drawer.getByRole('button', { name: 'Start over' }).waitFor();
  assert.equal(await drawer.getByLabel(/^What for/).inputValue(), 'Who takes her to school?');
  await drawer.getByRole('button', { name: 'Plan it' }).click();
  await drawer.getByRole('link', { name: /Choose a day/ }).waitFor();
  await sweep(page, 'staffing-plan', '[role=dialog]');
  await drawer.getByLabel(/^Day/).fill('+2');
  await page.keyboard.press('Tab');
  await drawer.getByText('Rapid response in a crisis').click();
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('To come').waitFor();
  await sweep(page, 'case-staffings');
  assert.deepEqual(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'p')),
    [],
    'nothing of a draft is kept in the browser',
  );

  // On the day after, it has been held; nobody has to say so.
  const row = page.getByRole('table', { name: 'Staffings of this case' }).getByRole('link');
  await row.click();
  await page.getByRole('heading', { level: 1, name: 'Rapid response in a crisis' }).waitFor();
  await page.getByText('Who takes her to school?').waitFor();
  await sweep(page, 'staffing');
  const later = await context.newPage();
  await later.clock.install({ time: Date.now() + 3 * 86_400_000 });
  await later.goto(page.url());
  await later.getByText('Held', { exact: true }).waitFor();
  assert.equal(await later.getByRole('button', { name: 'Cancel it' }).count(), 0);
  await later.goto('/staffings?view=past');
  await later.getByRole('link', { name: 'The month before' }).waitFor();
  await later.close();
  await finish();
});

test('a staffing over several cases is planned from the board, and cancelled with a reason', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  for (const alias of ['Redshank', 'Greenshank']) await openCase(page, alias);
  await openBoard(page);
  await page.getByRole('button', { name: 'Plan a staffing' }).click();
  const drawer = page.getByRole('dialog', { name: 'Plan a staffing' });
  await choose(page, 'Cases on the agenda', 'Redsh');
  await choose(page, 'Cases on the agenda', 'Greensh');
  await drawer.getByLabel(/^Day/).fill('+1');
  await page.keyboard.press('Tab');
  await sweep(page, 'staffing-plan-several', '[role=dialog]');
  await drawer.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('heading', { level: 1, name: /case staffing/ }).waitFor();
  await page.getByRole('link', { name: 'Redshank' }).waitFor();
  await page.getByRole('link', { name: 'Greenshank' }).waitFor();
  await page.getByRole('link', { name: 'Staffings' }).first().click();
  await page.getByRole('cell', { name: /Redshank/ }).waitFor();
  await sweep(page, 'staffings');
  await page.getByRole('link', { name: 'Past' }).click();
  await page.getByRole('link', { name: 'The month before' }).click();
  await page.locator('main table[aria-busy="false"], main [data-empty]').first().waitFor();
  await sweep(page, 'staffings-past');
  await page.getByRole('link', { name: 'To come' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Redshank' });
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Cancel it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this staffing?' });
  await dialog.getByRole('button', { name: 'Cancel the staffing' }).click();
  await dialog.getByRole('link', { name: /Write why/ }).waitFor();
  await sweep(page, 'staffing-cancel', '[role=dialog]');
  await dialog.getByLabel(/^Why/).fill('The school asked for another week.');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Cancelled', { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Cancel it' }).count(), 0);
  await finish();
});
