// @ts-check
import { choose } from './daily.mjs';

/**
 * Starts a plan on a case with one goal and one step.
 * @param {import('playwright-core').Page} page on a case
 * @param {string} goal @param {string} about the beginning of its domain @param {string} step
 */
export async function planStep(page, goal, about, step) {
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await page.getByRole('button', { name: 'Add a goal' }).click();
  const goalForm = page.getByRole('dialog', { name: 'Add a goal' });
  await goalForm.getByLabel(/^The goal/).fill(goal);
  await choose(page, 'What is it about?', about);
  await page.keyboard.press('Control+Enter');
  await goalForm.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add a step' }).click();
  const stepForm = page.getByRole('dialog', { name: 'Add a step' });
  await stepForm.getByLabel(/^What is to be done/).fill(step);
  await stepForm.getByLabel(/^By when/).fill('+7');
  await stepForm.getByLabel(/^What is to be done/).focus();
  await page.keyboard.press('Control+Enter');
  await stepForm.waitFor({ state: 'detached' });
}

/**
 * Refers a case to the first service that the words find.
 * @param {import('playwright-core').Page} page on a case
 * @param {string} words @param {string} need @param {{ draft?: boolean }} [options]
 */
export async function refer(page, words, need, { draft = false } = {}) {
  await page.getByRole('tab', { name: 'Referrals' }).click();
  await page.getByRole('button', { name: 'Refer to a service' }).click();
  const drawer = page.getByRole('dialog', { name: 'Refer to a service' });
  await drawer.getByLabel('Words', { exact: true }).fill(words);
  await drawer
    .getByRole('checkbox', { name: new RegExp(`^${words}`) })
    .first()
    .click();
  await drawer.getByLabel(/^What is needed/).fill(need);
  if (draft) await drawer.getByLabel(/^Keep it as a draft/).check();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Call them, give the reference').waitFor();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
}
