// @ts-check
import assert from 'node:assert/strict';
import { program } from './graphql.mjs';

/** @typedef {(query: string, input: Record<string, unknown>) => Promise<any>} Act what `program` gives */

/**
 * Does over the API what one of the demonstration's people may do.
 * @param {string} url the server's @param {string} name
 * @returns {Promise<Act>}
 */
export async function programOf(url, name) {
  const { demoSignIns } = await (await fetch(`${url}/auth/config`)).json();
  return program(
    url,
    demoSignIns.find((/** @type {any} */ one) => one.name === name),
  );
}

/**
 * Does one act over the API, and gives its success.
 * @param {Act} act @param {string} name of the mutation @param {string} shown of its success
 * @param {Record<string, unknown>} input
 */
export async function done(act, name, shown, input) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const data = await act(
    `mutation($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${shown} } ... on Problem { code message } } }`,
    input,
  );
  assert.equal(data[name].__typename, `${type}Success`, JSON.stringify(data[name]));
  return data[name];
}

/**
 * A case of a child in the care of Texas, with a resource specialist, opened over the API.
 * @param {Act} act of a supervisor @param {string} alias
 * @param {{ specialist?: string, kind?: string }} [options] the name of a colleague; who asked
 * @returns {Promise<string>} its id
 */
export async function makeCase(act, alias, { specialist, kind = 'CHILD_WELFARE_WORKER' } = {}) {
  const { request } = await done(act, 'requestRecord', 'request { id version }', {
    requesterKind: kind,
    requesterName: `Hazel Thornbury for ${alias}`,
    requesterPhone: '(555) 555-0147',
    jurisdiction: 'TX',
    urgency: 'URGENT',
    topics: ['IMMEDIATE_RECOVERY_PLAN'],
    situation: `Somebody calls about ${alias}.`,
  });
  const opened = await done(act, 'requestOpenCase', 'case { id version }', {
    id: request.id,
    expectedVersion: request.version,
    alias,
    legalCustody: 'STATE_CHILD_WELFARE',
  });
  const { id, version } = opened.case;
  if (specialist) {
    const { colleagues } = await act('{ colleagues { id name } }', {});
    const user = colleagues.find((/** @type {any} */ one) => one.name === specialist).id;
    const input = { id, expectedVersion: version, user, role: 'RESOURCE_SPECIALIST' };
    await done(act, 'caseAssign', 'case { id }', input);
  }
  return id;
}

/**
 * Writes what the immediate plan of a case is silent about: that it is not known yet.
 * @param {Act} act of somebody on its team @param {string} id the case's
 */
export async function restIsUnknown(act, id) {
  const asked = `{ case(id: "${id}") { immediatePlan { id sections { section content unknownYet version } } } }`;
  const plan = (await act(asked, {})).case.immediatePlan;
  for (const { section, content, unknownYet, version } of plan.sections) {
    if (content || unknownYet) continue;
    const input = { plan: plan.id, section, expectedVersion: version, unknownYet: true };
    await done(act, 'immediateSectionWrite', 'plan { id }', input);
  }
}
