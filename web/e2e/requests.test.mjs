// @ts-check
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { done, makeCase, programOf } from './support/cases.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A request to its end: it joins the case that is there, or it is answered with what helps and closed.

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

/** Records a request over the API. @param {string} name of who asks @returns {Promise<string>} its address */
async function asks(name) {
  const { request } = await done(sage, 'requestRecord', 'request { id }', {
    requesterKind: 'FOSTER_PARENT',
    requesterName: name,
    requesterPhone: '(555) 555-0148',
    jurisdiction: 'TX',
    urgency: 'ROUTINE',
    topics: ['FIND_RESOURCE'],
    situation: 'Asks what to do in the evenings, when it gets hard.',
    namesChild: true,
  });
  return `/requests/${request.id}`;
}

test('a request joins the case that is there, by its name or while one is about to be opened', async () => {
  await makeCase(sage, 'Redwing');
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  await page.goto(await asks('Basil Sorrel'));
  await page.getByRole('button', { name: 'Join a case' }).click();
  const join = page.getByRole('dialog', { name: 'Join a case that is there' });
  await join.getByRole('button', { name: 'Join this case' }).click();
  await join.getByRole('link', { name: /Choose the case/ }).waitFor();
  await sweep(page, 'request-join', '[role=dialog]');
  await join.getByRole('combobox', { name: 'Case' }).fill('Redw');
  await page.getByRole('option', { name: 'Redwing' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Redwing' }).waitFor();

  // Search before create: the name that is typed is looked for.
  const second = await asks('Clover Thyme');
  await page.goto(second);
  await page.getByRole('link', { name: 'Open a case from it' }).click();
  await page.getByLabel(/^Working name/).fill('Redwi');
  const like = page.getByRole('list', { name: 'Cases with a similar name' });
  await like.getByRole('link', { name: 'Redwing' }).waitFor();
  await sweep(page, 'request-like');
  await like.getByRole('button', { name: 'Join this case' }).click();
  await page.getByRole('heading', { level: 1, name: 'Redwing' }).waitFor();
  await page.goto(second);
  await page.getByText('It joined a case that was there').waitFor();
  await sweep(page, 'request-joined');
  await finish();
});

test('a request is answered with services and guidance, answered again, and closed with what came of it', async () => {
  const { page, finish } = await visit(browser, server.url);
  await signInAs(page, { name: 'Sage Alder' });
  await page.goto(await asks('Dill Yarrow'));
  const note = page.getByLabel(/^What did you say or send/);
  await note.fill('Called back: what calms, whom to call at night.');
  await page.getByText('Services you named').click();
  await page.getByRole('checkbox').first().click();
  await page.getByRole('button', { name: 'Record the first response' }).click();
  await page.getByRole('link', { name: /to tell something of a child needs a release/ }).waitFor();
  await sweep(page, 'request-answer');
  await page.getByLabel(/^This answer tells nothing about the child/).check();
  await page.getByLabel(/^Ask on this day/).fill('+14');
  await note.focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Answered', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Record another answer' }).click();
  await note.fill('Sent the guide for caregivers.');
  await page.getByLabel(/^This answer tells nothing about the child/).check();
  await note.focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Record another answer' }).waitFor();
  await page.getByText('Sent the guide for caregivers.').waitFor();
  // The day that was agreed on stays through another answer, and through the end.
  const asked = page.getByText(/^Ask on .* how it went\.$/);
  await asked.waitFor();
  await sweep(page, 'request-answered');

  await page.getByRole('button', { name: 'Close it' }).click();
  const close = page.getByRole('dialog', { name: 'Close this request' });
  await close.getByRole('button', { name: 'Close the request' }).click();
  await close.getByRole('link', { name: /Choose what became of it/ }).waitFor();
  await close.getByText('Guidance was given', { exact: true }).click();
  await close.getByLabel(/^What is to be remembered/).fill('Evenings are the hard part.');
  await sweep(page, 'request-close', '[role=dialog]');
  await page.keyboard.press('Control+Enter');
  await close.waitFor({ state: 'detached' });
  await page.getByText('Evenings are the hard part.').waitFor();
  await asked.waitFor();
  await page.getByText('Closed', { exact: true }).first().waitFor();
  await sweep(page, 'request-closed');
  await finish();
});
