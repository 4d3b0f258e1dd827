// @ts-check
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signInAs, visit } from './support/browser.mjs';
import { openCase } from './support/daily.mjs';
import { caseIdOf, program } from './support/graphql.mjs';
import { startMailServer } from './support/mail.mjs';
import { startServer } from './support/server.mjs';
import { sweep } from './support/sweep.mjs';

// A referral in its two steps: a need to two services, and who it is about to the one that a
// release names, until it is taken back. The mail goes over SMTP; the services have no account.

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

const alias = 'Linnet';
const shelter = { name: 'Rookery Shelter', address: 'office@rookery.example' };
const refuge = { name: 'Mistle Refuge', address: 'office@mistle.example' };

/** The two houses, entered by the curator. */
async function houses() {
  const desk = await visit(browser, server.url);
  const record = await program(
    server.url,
    await signInAs(desk.page, { role: 'DIRECTORY_CURATOR' }),
  );
  const mutation = `mutation($input: ServiceRecordInput!) { serviceRecord(input: $input) {
    ... on ServiceRecordSuccess { service { id } } ... on Problem { message } } }`;
  const ids = [];
  for (const { name, address } of [shelter, refuge]) {
    const made = await record(mutation, {
      name,
      organizationName: `${name} Trust`,
      category: 'EMERGENCY_SHELTER',
      description: 'Beds for tonight.',
      states: ['TX'],
      state: 'TX',
      capabilities: [],
      languages: ['English'],
      capacity: 'HAS_CAPACITY',
      email: address,
    });
    ids.push(made.serviceRecord.service.id);
  }
  await desk.finish();
  return ids;
}

/**
 * The girl and her caregiver sign a release for one house and one purpose.
 * @param {Awaited<ReturnType<typeof program>>} act @param {string} caseId @param {string} house
 */
async function release(act, caseId, house) {
  await act(
    `mutation($input: CasePersonAddInput!) { casePersonAdd(input: $input) { __typename } }`,
    { case: caseId, role: 'CAREGIVER', name: 'Olive', relation: 'aunt', safeToContact: true },
  );
  const { case: found } = await act(`{ case(id: "${caseId}") { people { id role } } }`, {});
  /** @param {string} role */
  const who = (role) => found.people.find((/** @type {any} */ one) => one.role === role).id;
  const drafted = await act(
    `mutation($input: ReleaseDraftInput!) { releaseDraft(input: $input) {
      ... on ReleaseDraftSuccess { release { id } } ... on Problem { message } } }`,
    {
      case: caseId,
      person: who('CHILD'),
      recipient: house,
      categories: ['IDENTITY'],
      purpose: 'REFERRAL',
      methods: ['SECURE_PORTAL'],
      explainedHow: 'Read together at the table.',
      explainedLanguage: 'English',
      consequencesExplained: true,
      servicesDoNotDepend: true,
      signerPolicy: 'MINOR_AND_PARENT',
    },
  );
  for (const [signer, capacity] of [
    [who('CHILD'), 'MINOR'],
    [who('CAREGIVER'), 'PARENT_GUARDIAN'],
  ]) {
    await act(`mutation($input: ReleaseSignInput!) { releaseSign(input: $input) { __typename } }`, {
      id: drafted.releaseDraft.release.id,
      signer,
      capacity,
      witness: 'Wren Cedar',
    });
  }
}

/** The link in the mail of this number to a house. @param {string} to @param {number} number */
async function linkTo(to, number) {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = (await mail.takenFor(to))[number];
    const link = found && /https?:\/\/\S+\/answer\/[\w-]+/.exec(found.text);
    if (link) return link[0];
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no mail number ${number} to ${to}`);
}

/** A house answers by its link. @param {string} link @param {string} [name] of the pictures */
async function accepts(link, name) {
  const office = await visit(browser, server.url);
  await office.page.goto(link);
  await office.page.getByText('Emergency shelter').waitFor();
  await office.page.getByText('13 to 15').waitFor();
  assert.equal(await office.page.getByText(alias).count(), 0, 'nobody is named');
  if (name) await sweep(office.page, name);
  await office.page.getByLabel('Yes, we have a place or time').check();
  await office.page.getByRole('button', { name: 'Send the answer' }).click();
  await office.page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await office.finish();
}

/** @param {import('playwright-core').Page} page on the case @param {string} house */
async function openReferral(page, house) {
  await page.goto('/referrals');
  await page.goto(`/cases?view=mine&order=opened`);
  await page.getByRole('link', { name: alias }).first().click();
  await page.getByRole('tab', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: house }).first().click();
  await page.getByRole('heading', { level: 1, name: house }).waitFor();
}

/**
 * Looks at what would be shared and shares it.
 * @param {import('playwright-core').Page} page @param {string} [name] of the pictures
 */
async function shareIt(page, name) {
  await page.getByRole('button', { name: /^Share (with|more)/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Share with the service' });
  await drawer.getByRole('button', { name: 'Show what will be sent' }).click();
  await drawer.getByRole('region', { name: 'What is sent' }).getByText(alias).first().waitFor();
  if (name) await sweep(page, name, '[role=dialog]');
  await drawer.getByRole('button', { name: 'Share exactly this' }).click();
  await drawer.getByText('It is written down as shared').waitFor();
  await drawer.getByRole('button', { name: 'Close' }).last().click();
  await drawer.waitFor({ state: 'detached' });
}

test('rule_012_rule_019_rule_026_rule_087_a_shelter_accepts_by_its_link_and_sees_who_it_is_about_until_she_takes_it_back', async () => {
  const [house] = await houses();
  const { page, finish } = await visit(browser, server.url);
  const act = await program(server.url, await signInAs(page, { role: 'SUPERVISOR' }));
  await openCase(page, alias);
  const caseId = caseIdOf(page);
  await release(act, caseId, house ?? '');

  // The first step: a need from lists, to two services at once.
  await page.getByRole('tab', { name: 'Referrals' }).click();
  await page.getByRole('button', { name: 'Refer to a service' }).click();
  const drawer = page.getByRole('dialog', { name: 'Refer to a service' });
  for (const { name } of [shelter, refuge]) {
    await drawer.getByLabel('Words', { exact: true }).fill(name);
    await drawer
      .getByRole('checkbox', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
  const kind = drawer.getByRole('combobox', { name: 'What kind of help is asked for?' });
  await kind.fill('Emergency shelter');
  await page.getByRole('option', { name: 'Emergency shelter' }).first().click();
  await drawer.getByText('13 to 15', { exact: true }).click();
  await drawer.getByLabel(/^What is needed/).fill('A bed, from tonight.');
  await drawer.getByRole('button', { name: 'Refer', exact: true }).click();
  await page.getByText('Call them, give the reference').waitFor();
  await page.getByRole('button', { name: 'Done', exact: true }).click();

  await accepts(await linkTo(shelter.address, 0), 'service-place');
  await accepts(await linkTo(refuge.address, 0));

  // To the other house nothing may be shared, and it is said why.
  await openReferral(page, refuge.name);
  await page.getByText('the service, by its link').first().waitFor();
  await page.getByText('Their release is for another organization.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Share with the service' }).count(), 0);
  await sweep(page, 'referral-not-covered');

  // To the shelter it may: read word for word, and shared.
  await openReferral(page, shelter.name);
  await page.getByText(/A release covers this service until/).waitFor();
  await sweep(page, 'referral-covered');
  await shareIt(page, 'referral-share');
  const first = await linkTo(shelter.address, 1);
  const office = await visit(browser, server.url);
  await office.page.goto(first);
  await office.page.getByRole('heading', { name: 'A team shares something' }).waitFor();
  assert.equal(await office.page.getByText(alias).count(), 0, 'looking shows nothing of anybody');
  await sweep(office.page, 'service-door');
  await office.page.getByRole('button', { name: 'Show it once' }).click();
  await office.page.getByText(alias).first().waitFor();
  await sweep(office.page, 'service-shown-once');
  await office.page.goto(first);
  await office.page.getByRole('heading', { name: 'This link is not in use' }).waitFor();
  await page.reload();
  await page.getByText(/^Seen by the service/).waitFor();
  await sweep(page, 'referral-seen');

  // Shared once more; she takes it back, and from that second on the door does not open.
  await shareIt(page);
  const second = await linkTo(shelter.address, 2);
  const spanish = await visit(browser, server.url, { language: 'es' });
  await spanish.page.goto(second);
  await spanish.page.getByRole('button', { name: 'Mostrarlo una vez' }).waitFor();
  await sweep(spanish.page, 'service-door-es');
  await page.goto(`/cases/${caseId}?tab=releases`);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const withdraw = page.getByRole('dialog', { name: 'Withdraw a release' });
  await withdraw.getByRole('button', { name: 'Withdraw now' }).click();
  await withdraw.waitFor({ state: 'detached' });
  await spanish.page.getByRole('button', { name: 'Mostrarlo una vez' }).click();
  await spanish.page.getByRole('heading', { name: 'Este enlace no está en uso' }).waitFor();
  await sweep(spanish.page, 'service-dead-es');

  // The accounting says what was shared and when they saw it, and prints.
  await page.getByText(/^Seen by the recipient/).waitFor();
  await page.getByRole('link', { name: 'Print it for the young person' }).click();
  const paper = page.getByRole('article', { name: 'What will be on paper' });
  await paper.getByText(/^They saw it on:/).waitFor();
  await sweep(page, 'accounting-seen');
  await finish();
  // The browser prints the status of the pages that are not in use; nothing else went wrong.
  for (const window of [office, spanish]) {
    assert.equal(window.faults.length, 1);
    assert.match(window.faults.pop() ?? '', /status of 404/);
    await window.finish();
  }
});
