// @ts-check
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { widths } from './browser.mjs';

const shots = new URL('../shots/', import.meta.url).pathname;

/** Three widths in light; dark differs in colours alone, so their contrast at one width will do. */
const views = /** @type {const} */ ([
  ['light', widths.phone],
  ['light', widths.tablet],
  ['light', widths.desk],
  ['dark', widths.desk],
]);

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What passes is not spelt out: on long tables that takes most of the time. */
const onlyViolations = { resultTypes: /** @type {'violations'[]} */ (['violations']) };

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
  for (const [scheme, width] of views) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await page.waitForFunction(settled, scheme);
    found.push(...(await audit(page, scheme, within)).map((line) => `${width} ${scheme}: ${line}`));
    const wide = await overflow(page);
    if (wide > 0) found.push(`${width} ${scheme}: the page is ${wide} px wider than the screen`);
    await page.screenshot({ path: `${shots}${name}-${width}-${scheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (before) await page.setViewportSize(before);
  assert.deepEqual(found, [], `${name} has no finding`);
}

/** Whether the page has taken the scheme on, drawn it, and nothing moves any more. @param {string} scheme */
async function settled(scheme) {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const taken = document.documentElement.dataset.mantineColorScheme === scheme;
  const moving = document.getAnimations().some((one) => one.playState === 'running');
  return taken && !moving && document.fonts.status === 'loaded';
}

/**
 * @param {import('playwright-core').Page} page
 * @param {'light' | 'dark'} scheme
 * @param {string} [within]
 */
async function audit(page, scheme, within) {
  // Nothing here has frames of other origins; without this a blank page comes to the front each time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  if (within) builder.include(within);
  if (scheme === 'dark') builder.options({ ...onlyViolations, runOnly: ['color-contrast'] });
  else builder.options({ ...onlyViolations, runOnly: { type: 'tag', values: [...tags] } });
  const { violations } = await builder.analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map(
      (node) =>
        `${rule.id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`,
    ),
  );
}

/** A page that scrolls sideways is broken on a phone.
 * @param {import('playwright-core').Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
