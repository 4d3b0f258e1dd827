// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { choose, openCase } from './support/daily.mjs';
import { caseIdOf, program } from './support/graphql.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// The first hours after a return, stages of change, the right not to take part, and a plan's end.

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

/** @param {import('playwright-core').Page} page @param {string} name of the section */
const part = (page, name) => page.getByRole('region', { name });

test('rule_063_rule_064_rule_075_the_first_hours_are_written_while_away_and_stamped_step_by_step', async () => {
  const { page, finish } = await visit(browser, server.url);
  const act = await program(server.url, await signInAs(page, { role: 'SUPERVISOR' }));
  await openCase(page, 'Redpoll');
  const caseId = caseIdOf(page);
  const opened = await act(
    'mutation($input: EpisodeOpenInput!) { episodeOpen(input: $input) { ... on EpisodeOpenSuccess { episode { id version } } } }',
    { case: caseId, type: 'LOST_INJURED_OTHERWISE_MISSING', whereabouts: 'MISSING' },
  );
  const { episode } = opened.episodeOpen;
  await page.reload();
  await page.getByRole('link', { name: 'Start the immediate plan' }).waitFor();
  await sweep(page, 'support-away');
  await page.getByRole('link', { name: 'Start the immediate plan' }).click();
  const hours = part(page, 'The first hours after they are found');
  await hours.getByText('Written while they are away').waitFor();
  await hours.getByRole('button', { name: 'Start the immediate plan' }).click();
  await hours.getByText('These parts say nothing yet').waitFor();

  // Silence is refused, part by part; so is a part that is both written and not known.
  const back = hours.getByRole('form', { name: 'They are back: live by this plan' });
  await back.getByRole('button', { name: 'They are back: live by this plan' }).click();
  await back.getByText(/Who meets the young person: Write what is planned/).waitFor();
  await back.scrollIntoViewIfNeeded();
  await sweep(page, 'support-hours-refused');
  await hours.getByRole('button', { name: 'Write: Who meets the young person' }).click();
  const drawer = page.getByRole('dialog', { name: 'The first hours after they are found' });
  await drawer
    .getByRole('textbox', { name: 'Who meets the young person' })
    .fill('Wren and her aunt, at the side door.');
  await drawer.getByLabel('It is not known yet').check();
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await drawer.getByText('There is something written: it is known.').first().waitFor();
  await sweep(page, 'support-hours-form', '[role=dialog]');
  await drawer.getByLabel('It is not known yet').uncheck();
  const next = drawer.getByRole('button', { name: 'Save, then the next' });
  await next.click();
  // From one silent part to the next, until each says something.
  for (let left = 13; left > 0; left -= 1) {
    const form = drawer.getByRole('form');
    await drawer
      .getByRole('form', { name: 'Who meets the young person' })
      .waitFor({ state: 'detached' });
    const name = (await form.getAttribute('aria-label')) ?? '';
    await drawer.getByLabel('It is not known yet').check();
    await (left > 1 ? next : drawer.getByRole('button', { name: 'Save', exact: true })).click();
    await drawer.getByRole('form', { name, exact: true }).waitFor({ state: 'detached' });
  }
  await drawer.waitFor({ state: 'detached' });
  await hours.getByText('Every part says something.').waitFor();
  await page.getByRole('link', { name: 'The immediate plan is ready' }).waitFor();
  await sweep(page, 'support-hours-ready');

  // To record the return makes each part a step.
  await act(
    'mutation($input: RecoveryRecordInput!) { recoveryRecord(input: $input) { ... on RecoveryRecordSuccess { episode { id } } } }',
    { id: episode.id, expectedVersion: episode.version, how: 'RECOVERED' },
  );
  await page.reload();
  await hours.getByText('Some medical options are time-limited').waitFor();
  await hours.getByText('A clinician can explain them; the young person decides.').waitFor();
  await page.getByRole('button', { name: 'Mark as done: Who meets the young person' }).click();
  const undo = page.getByRole('button', { name: 'Not done yet: Who meets the young person' });
  await undo.waitFor();
  await page.getByRole('button', { name: 'Mark as done: How they get there' }).click();
  await page.getByRole('button', { name: 'Not done yet: How they get there' }).click();
  await page.getByRole('button', { name: 'Mark as done: How they get there' }).waitFor();
  await page.getByText('The first hours: still to be done').waitFor();
  await sweep(page, 'support-hours-active');
  await finish();
});

test('rule_070_rule_074_stages_by_topic_go_both_ways_and_the_right_not_to_take_part_is_dated', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { role: 'SUPERVISOR' });
  await openCase(page, 'Linnet');
  await page.getByRole('tab', { name: 'What helps' }).click();
  const drawer = page.getByRole('dialog', { name: 'Note a stage' });
  const note = async (
    /** @type {string} */ topic,
    /** @type {string} */ stage,
    /** @type {string} */ day,
  ) => {
    await page.getByRole('button', { name: 'Note a stage' }).click();
    await drawer.getByLabel(/^Which topic/).fill(topic);
    if (stage) await drawer.getByText(stage, { exact: true }).click();
    await drawer.getByLabel(/^On which day/).fill(day);
    await drawer.getByLabel(/^Which topic/).focus();
    await page.keyboard.press('Control+Enter');
  };
  await note('School', 'Is doing it', '+5');
  await drawer.getByRole('link', { name: /Choose today or an earlier day/ }).waitFor();
  await sweep(page, 'support-stage-refused', '[role=dialog]');
  await drawer.getByLabel(/^On which day/).fill('-3');
  await drawer.getByLabel(/^Which topic/).focus();
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await note('School', 'Thinks about it', 'today');
  await drawer.waitFor({ state: 'detached' });
  await note('Phone', 'Gets ready for it', 'today');
  await drawer.waitFor({ state: 'detached' });
  const stages = part(page, 'How to meet them: stages of change');
  const lines = stages.getByRole('listitem');
  await lines.nth(2).waitFor();
  assert.match((await lines.nth(1).textContent()) ?? '', /^Thinks about it/);
  assert.match((await lines.nth(2).textContent()) ?? '', /^Is doing it/);
  await lines.nth(2).scrollIntoViewIfNeeded();
  await sweep(page, 'support-stages');

  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await page.getByRole('button', { name: 'Record that it was explained' }).click();
  const right = page.getByRole('dialog', { name: 'Their right not to take part' });
  await right.getByLabel(/^Explained on/).fill('+5');
  await right.getByLabel(/^Explained on/).press('Tab');
  await page.keyboard.press('Control+Enter');
  await right.getByRole('link', { name: /Choose today or an earlier day/ }).waitFor();
  await sweep(page, 'support-right', '[role=dialog]');
  await right.getByLabel(/^Explained on/).fill('yesterday');
  await right.getByLabel(/^Explained on/).press('Tab');
  await page.keyboard.press('Control+Enter');
  await right.waitFor({ state: 'detached' });
  await part(page, 'Their right not to take part')
    .getByText(/^Explained on/)
    .waitFor();
  await sweep(page, 'support-plan-right');
  await finish();
});

test('rule_076_a_plan_ends_with_what_came_of_each_goal_and_how_to_stay_in_touch', async () => {
  const { page, finish } = await visit(browser, server.url);
  const act = await program(server.url, await signInAs(page, { role: 'SUPERVISOR' }));
  await openCase(page, 'Whinchat');
  /** Each act answers with the plan, for the next one. @param {string} name @param {object} input */
  const onPlan = async (name, input) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const done = await act(
      `mutation($input: ${type}Input!) { ${name}(input: $input) { ... on ${type}Success { plan { id version } } } }`,
      { ...input },
    );
    return done[name].plan;
  };
  let { id, version } = await onPlan('planStart', { case: caseIdOf(page) });
  const voice = { kind: 'OWN_WORDS', words: 'i want to ride again' };
  ({ version } = await onPlan('planVoiceRecord', { id, expectedVersion: version, ...voice }));
  const strength = { kind: 'SKILL', text: 'Knows every horse by name.' };
  ({ version } = await onPlan('planStrengthAdd', {
    plan: id,
    expectedVersion: version,
    ...strength,
  }));
  const goal = {
    text: 'ride on Sundays',
    inYouthWords: true,
    owner: 'YOUTH',
    domain: 'RECREATION_JOY',
    agreement: 'YOUTH_AGREES',
  };
  ({ version } = await onPlan('planGoalAdd', { plan: id, expectedVersion: version, ...goal }));
  await onPlan('planActivate', { id, expectedVersion: version });
  await page.reload();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  const standing = part(page, 'Where the plan stands');
  await standing.getByText('active since').waitFor();
  await standing.scrollIntoViewIfNeeded();
  await sweep(page, 'plan-standing');
  await standing.getByRole('button', { name: 'End the plan' }).click();
  const drawer = page.getByRole('dialog', { name: 'End the plan' });
  await drawer.getByLabel(/^What came of: ride on Sundays/).waitFor();
  await page.keyboard.press('Control+Enter');
  await drawer.getByRole('link', { name: /Say what came of this goal/ }).waitFor();
  await sweep(page, 'plan-end', '[role=dialog]');
  await drawer.getByLabel(/^What came of: ride on Sundays/).fill('i ride every week');
  await drawer.getByText("The young person's words").click();
  await drawer.getByLabel(/^What remains/).fill('Nothing for now.');
  await choose(page, 'How the young person wants to hear from us afterwards', 'They will');
  await drawer.getByText('Agrees', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('This plan is completed').waitFor();
  await finish();
});
