// @ts-check

/**
 * Records a request and opens a case from it, as a supervisor does on the screen.
 * @param {import('playwright-core').Page} page signed in as a supervisor
 * @param {string} alias the working name
 */
export async function openCase(page, alias) {
  await page.goto('/requests/new');
  await page.getByText('A child was just found').click();
  await page.getByLabel(/^What happened, and what/).fill(`Somebody calls about ${alias}.`);
  await page.getByText('Plan for the first days').click();
  await page.getByLabel(/^Who called or wrote/).fill(`Hazel Thornbury for ${alias}`);
  await choose(page, 'Their part in it', 'Child welfare');
  await choose(page, 'State or territory', 'Texas');
  await page.getByRole('button', { name: 'Record the request' }).click();
  await page.getByRole('link', { name: 'Open a case from it' }).click();
  await page.getByLabel(/^Working name/).fill(alias);
  await choose(page, 'Who has legal custody?', 'State child');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByRole('heading', { level: 1, name: alias }).waitFor();
}

/**
 * Chooses in a list by typing its beginning and taking the first match.
 * @param {import('playwright-core').Page} page @param {string | RegExp} label @param {string} typed
 */
export async function choose(page, label, typed) {
  const field = page
    .getByRole('combobox', { name: label })
    .or(page.locator('input').and(page.getByLabel(label)))
    .first();
  await field.click();
  await field.fill(typed);
  // The first one in the list, and not one of those that stood there before it was typed.
  await page.getByRole('option').first().filter({ hasText: typed }).waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Assigns a colleague by a part of their name.
 * @param {import('playwright-core').Page} page on a case @param {string} part @param {string} who
 */
export async function assign(page, part, who) {
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Assign a colleague' });
  await drawer.getByText(part, { exact: true }).click();
  await choose(page, 'Who?', who);
  await drawer.getByLabel(/^Why\?/).fill('Has room for one more.');
  await drawer.getByRole('button', { name: 'Assign', exact: true }).click();
  await drawer.waitFor({ state: 'detached' });
}

/**
 * Fills a form in its drawer and sends it by keyboard.
 * @param {import('playwright-core').Page} page
 * @param {string} name of the button that opens it and of the drawer
 * @param {(drawer: import('playwright-core').Locator) => Promise<void>} fill
 */
export async function inDrawer(page, name, fill) {
  await page.getByRole('button', { name, exact: true }).first().click();
  const drawer = page.getByRole('dialog', { name });
  await drawer.waitFor();
  await fill(drawer);
  await page.keyboard.press('Control+Enter');
  await drawer.waitFor({ state: 'detached' });
}
