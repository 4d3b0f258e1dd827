// @ts-check
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import axe from 'axe-core';
import { widths } from './browser.mjs';

const shots = new URL('../shots/', import.meta.url).pathname;

/**
 * Everything is looked for at three widths in light. Contrast takes as long as all the rest
 * together and differs by the colours alone, so it is measured at one width in each of them.
 */
const views = /** @type {const} */ ([
  ['light', widths.phone, 'all but contrast'],
  ['light', widths.tablet, 'all but contrast'],
  ['light', widths.desk, 'all'],
  ['dark', widths.desk, 'contrast'],
]);

/** What passes is not spelt out: on long tables that takes most of the time. */
const onlyViolations = { resultTypes: /** @type {'violations'[]} */ (['violations']) };
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** @type {import('axe-core').RunOptions} */
const all = { ...onlyViolations, runOnly: { type: 'tag', values: tags } };
/** @type {Record<(typeof views)[number][2], import('axe-core').RunOptions>} */
const looks = {
  all,
  contrast: { ...onlyViolations, runOnly: ['color-contrast'] },
  'all but contrast': { ...all, rules: { 'color-contrast': { enabled: false } } },
};

/**
 * Audits what is on screen now at three widths, and its contrast in the dark, and takes a picture of each.
 * Call it again with each dialog, menu and drawer open: closed ones audit clean.
 * @param {import('playwright-core').Page} page
 * @param {string} name of the pictures, such as `today` or `today-help`
 * @param {string} [within] a selector, when only what has just opened is to be audited
 */
export async function sweep(page, name, within) {
  await mkdir(shots, { recursive: true });
  const before = page.viewportSize();
  /** @type {string[]} */
  const found = [];
  for (const [scheme, width, look] of views) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await page.waitForFunction(settled, scheme);
    found.push(
      ...(await audit(page, looks[look], within)).map((line) => `${width} ${scheme}: ${line}`),
    );
    const wide = await overflow(page);
    if (wide > 0) found.push(`${width} ${scheme}: the page is ${wide} px wider than the screen`);
    await page.screenshot({ path: `${shots}${name}-${width}-${scheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (before) await page.setViewportSize(before);
  assert.deepEqual(found, [], `${name} has no finding`);
}

/**
 * Whether the page has taken the scheme on, drawn it, and nothing moves any more, twice in a row:
 * a colour that is inherited may begin to change when that of its parent has.
 * @param {string} scheme
 */
async function settled(scheme) {
  const still = () => !document.getAnimations().some((one) => one.playState === 'running');
  const drawn = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // A page of the server alone has no such mark: it follows the browser by itself.
  const mark = document.documentElement.dataset.mantineColorScheme;
  if (mark !== undefined && mark !== scheme) return false;
  for (let times = 0; times < 2; times += 1) {
    await drawn();
    if (!still() || document.fonts.status !== 'loaded') return false;
  }
  return true;
}

/**
 * What is found, a line each. The tool is brought to a page once, not with each look.
 * @param {import('playwright-core').Page} page
 * @param {import('axe-core').RunOptions} options
 * @param {string} [within]
 */
async function audit(page, options, within) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(look, { options, within });
  return violations.flatMap((rule) =>
    rule.nodes
      .filter(notMerelyCovered)
      .map(
        (node) =>
          `${rule.id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`,
      ),
  );
}

/**
 * A button that the bar at the page's foot covers in part just now is scrolled out from under it.
 * @param {import('axe-core').NodeResult} node
 */
const notMerelyCovered = (node) =>
  !node.any.some(({ id, data }) => id === 'target-size' && data?.messageKey?.includes('bscured'));

/** In the page. @param {{ options: import('axe-core').RunOptions, within?: string | undefined }} what */
async function look({ options, within }) {
  const here = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window));
  return (await here.axe.run(within ?? document, options)).violations;
}

/** A page that scrolls sideways is broken on a phone.
 * @param {import('playwright-core').Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
