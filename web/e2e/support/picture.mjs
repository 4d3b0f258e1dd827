// @ts-check
import { mkdir } from 'node:fs/promises';

// With PICTURES set, the pictures of the README are taken anew; else they lie beside the others.
const folder = new URL(process.env.PICTURES ? '../pictures/' : '../shots/story-', import.meta.url)
  .pathname;

/**
 * A picture of what is on screen at this point of a story.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function picture(page, name) {
  await mkdir(new URL('../shots/', import.meta.url).pathname, { recursive: true });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}${name}.png` });
}
