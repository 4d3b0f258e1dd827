// @ts-check

/**
 * How many rows a list has, paging to its end. Zero when it says in words that there are none.
 * @param {import('playwright-core').Page} page
 */
export async function countRows(page) {
  await page.locator('main table[aria-busy="false"], main [data-empty]').first().waitFor();
  const rows = page.locator('main tbody tr');
  const more = page.getByRole('button', { name: 'Show more' });
  while ((await more.count()) > 0) {
    const before = await rows.count();
    await more.click();
    await page.waitForFunction(
      (least) => document.querySelectorAll('main tbody tr').length > least,
      before,
    );
    await page.locator('main table[aria-busy="false"]').waitFor();
  }
  return rows.count();
}
