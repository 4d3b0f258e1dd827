// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { done, makeCase, programOf } from './support/cases.mjs';
import { choose } from './support/daily.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// Two people on one plan: each sees what the other wrote, in words, and chooses field by field.

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
let home = '';
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  const sage = await programOf(server.url, 'Sage Alder');
  const id = await makeCase(sage, 'Brambling', { specialist: 'Wren Cedar' });
  home = `/cases/${id}?tab=plan`;
  const started = await done(sage, 'planStart', 'plan { id version }', { case: id });
  const added = await done(sage, 'planGoalAdd', 'plan { goals { id } }', {
    plan: started.plan.id,
    expectedVersion: started.plan.version,
    domain: 'RECREATION_JOY',
    text: 'ride a horse',
    inYouthWords: false,
    owner: 'YOUTH',
    agreement: 'NOT_ASKED_YET',
  });
  await done(sage, 'planStepAdd', 'goal { id }', {
    goal: added.plan.goals[0].id,
    text: 'Call the stable',
    ownerName: 'Aunt Linden',
    dueOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
  });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Two who are signed in, each in a window of their own. */
async function two() {
  const [sage, wren] = await Promise.all(
    ['Sage Alder', 'Wren Cedar'].map(async (name) => {
      const window = await visit(browser, server.url);
      await signInAs(window.page, { name });
      await window.page.goto(home);
      await window.page.getByRole('heading', { name: 'Goals and steps' }).waitFor();
      return window;
    }),
  );
  assert.ok(sage && wren);
  return { sage, wren };
}

/** @param {import('playwright-core').Page} page @param {string} goal */
async function changeGoal(page, goal) {
  await page.getByRole('button', { name: `Change the goal ${goal}` }).click();
  const drawer = page.getByRole('dialog', { name: 'Change a goal' });
  await drawer.getByLabel(/^The goal/).waitFor();
  return drawer;
}

/** @param {import('playwright-core').Page} page */
async function changeStep(page) {
  await page.getByRole('button', { name: /^Actions for the step/ }).click();
  await page.getByRole('menuitem', { name: 'Change…' }).click();
  const drawer = page.getByRole('dialog', { name: 'Change a step' });
  await drawer.getByLabel(/^What is to be done/).waitFor();
  return drawer;
}

/** What stands at a field of the conflict, mine and theirs. @param {import('playwright-core').Locator} conflict @param {string} field */
const said = (conflict, field) =>
  conflict.getByRole('group', { name: field }).locator('label').allTextContents();

test('two who change one goal see both values of each field, and choose', async () => {
  const { sage, wren } = await two();
  const [hers, his] = [
    await changeGoal(sage.page, 'ride a horse'),
    await changeGoal(wren.page, 'ride a horse'),
  ];
  await hers.getByLabel(/^The goal/).fill('ride a pony on Sundays');
  await hers.getByText('Agrees in part', { exact: true }).click();
  await hers.getByText('Accepted', { exact: true }).click();
  await hers.getByLabel(/own words/).check();
  await sage.page.keyboard.press('Control+Enter');
  await hers.waitFor({ state: 'detached' });

  await his.getByLabel(/^The goal/).fill('ride by the sea');
  await choose(wren.page, 'What is it about?', 'Education');
  await his.getByText('Agrees', { exact: true }).click();
  await wren.page.keyboard.press('Control+Enter');
  const conflict = wren.page.getByRole('dialog', { name: 'Somebody else changed this too' });
  await conflict.waitFor();
  assert.deepEqual(await said(conflict, 'The goal'), [
    'Mineride by the sea',
    'Theirsride a pony on Sundays',
  ]);
  assert.deepEqual(await said(conflict, 'Do they stand by it?'), [
    'MineAgrees',
    'TheirsAgrees in part',
  ]);
  assert.deepEqual(await said(conflict, 'Where is it?'), ['MineProposed', 'TheirsAccepted']);
  const own = "These are the young person's own words";
  assert.deepEqual(await said(conflict, own), ['MineNo', 'TheirsYes']);
  assert.doesNotMatch(
    (await conflict.textContent()) ?? '',
    /[A-Z]{3}_|true|false/,
    'no code is shown',
  );
  await sweep(wren.page, 'editing-goal', '[role=dialog]');

  // Back to the form: nothing that was typed is lost, and nothing is saved.
  await conflict.getByRole('button', { name: 'Back to the form' }).click();
  assert.equal(await his.getByLabel(/^The goal/).inputValue(), 'ride by the sea');
  await his.getByLabel(/^The goal/).focus();
  await wren.page.keyboard.press('Control+Enter');
  await conflict.waitFor();
  const pick = (/** @type {string} */ field, /** @type {RegExp} */ side) =>
    conflict.getByRole('group', { name: field }).getByRole('radio', { name: side }).check();
  const save = conflict.getByRole('button', { name: 'Save what I chose' });
  await pick('The goal', /^Mine/);
  await pick('Do they stand by it?', /^Theirs/);
  await pick('Where is it?', /^Theirs/);
  await pick(own, /^Theirs/);
  assert.ok(await save.isDisabled(), 'one field is still open');
  await pick('What is it about?', /^Mine/);
  await save.click();
  await his.waitFor({ state: 'detached' });
  const goal = wren.page.getByRole('article', { name: 'ride by the sea' });
  await goal.getByText('Education').waitFor();
  await goal.getByText('Accepted', { exact: true }).waitFor();
  await goal.locator('q').waitFor();
  await Promise.all([sage.finish(), wren.finish()]);
});

test('two who change one step choose who does it as one thing, by name', async () => {
  const { sage, wren } = await two();
  const [hers, his] = [await changeStep(sage.page), await changeStep(wren.page)];
  await hers.getByText('A colleague', { exact: true }).click();
  await choose(sage.page, /^Colleague/, 'Fern');
  await hers.getByLabel(/^What is to be done/).fill('Call the stable at Juniper Hollow');
  await hers.getByLabel(/^What is to be done/).focus();
  await sage.page.keyboard.press('Control+Enter');
  await hers.waitFor({ state: 'detached' });

  await his.getByLabel(/^Their name/).fill('Grandmother Juniper');
  await his.getByLabel(/^By when/).fill('+3');
  await his.getByLabel(/^What is to be done/).focus();
  await wren.page.keyboard.press('Control+Enter');
  const conflict = wren.page.getByRole('dialog', { name: 'Somebody else changed this too' });
  await conflict.waitFor();
  assert.deepEqual(await said(conflict, 'Who does it?'), [
    'MineGrandmother Juniper',
    'TheirsFern Fir',
  ]);
  assert.match(
    (await said(conflict, 'By when?')).join(),
    /^Mine\w{3} \d+, \d{4},Theirs\w{3} \d+, \d{4}$/,
  );
  await sweep(wren.page, 'editing-step', '[role=dialog]');
  for (const [field, side] of /** @type {const} */ ([
    ['What is to be done?', /^Theirs/],
    ['Who does it?', /^Theirs/],
    ['By when?', /^Mine/],
  ])) {
    await conflict.getByRole('group', { name: field }).getByRole('radio', { name: side }).check();
  }
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await his.waitFor({ state: 'detached' });
  await wren.page.getByText('Call the stable at Juniper Hollow').waitFor();
  await wren.page.getByText(/^Fern Fir · by/).waitFor();
  await Promise.all([sage.finish(), wren.finish()]);
});

test('rule_125_a_draft_that_waited_does_not_write_over_what_a_colleague_saved_meanwhile', async () => {
  const { sage, wren } = await two();
  const before = 'ride by the sea';
  const his = await changeGoal(wren.page, before);
  const kept = wren.page.waitForResponse(
    (answer) => answer.request().postData()?.includes('gallop by the sea') ?? false,
  );
  await his.getByLabel(/^The goal/).fill('gallop by the sea');
  await kept;
  await his.getByRole('form').getByRole('button', { name: 'Back', exact: true }).click();
  await his.waitFor({ state: 'detached' });
  const hers = await changeGoal(sage.page, before);
  await hers.getByLabel(/^The goal/).fill('swim in the sea');
  await sage.page.keyboard.press('Control+Enter');
  await hers.waitFor({ state: 'detached' });

  await wren.page.reload();
  const again = await changeGoal(wren.page, 'swim in the sea');
  await again.getByRole('button', { name: 'Start over' }).waitFor();
  assert.equal(await again.getByLabel(/^The goal/).inputValue(), 'gallop by the sea');
  await again.getByLabel(/^The goal/).focus();
  await wren.page.keyboard.press('Control+Enter');
  const conflict = wren.page.getByRole('dialog', { name: 'Somebody else changed this too' });
  await conflict.waitFor();
  assert.deepEqual(await said(conflict, 'The goal'), [
    'Minegallop by the sea',
    'Theirsswim in the sea',
  ]);
  await conflict.getByRole('radio', { name: /^Theirs/ }).check();
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await again.waitFor({ state: 'detached' });
  await wren.page.getByRole('article', { name: 'swim in the sea' }).waitFor();
  await Promise.all([sage.finish(), wren.finish()]);
});
