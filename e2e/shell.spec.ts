import { expect, test } from './fixtures.ts';

test.describe('the shell', () => {
  test('the palette opens by keyboard, finds an action and performs it', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveTitle('Shufflescope');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await expect(palette.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('analy');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/analyze');
    await expect(palette).toBeHidden();
  });

  test('an action that cannot be done now stays visible with its reason', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Control+k');
    const close = page.getByRole('option', { name: /Close the open files/ });
    await expect(close).toContainText('no files are open');
    await expect(close).toHaveAttribute('aria-disabled', 'true');
  });

  test('the shortcut sheet opens with ?, switches single keys off, and that is remembered', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toContainText('Open event log files');
    await sheet.getByRole('switch', { name: 'Shortcuts of single keys' }).uncheck();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();

    await page.reload();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    await expect(sheet).toBeHidden();
  });

  test('one key after another goes to a place, and not while typing', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await expect(page).toHaveURL('/analyze');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('gh?');
    await expect(page.getByRole('combobox')).toHaveValue('gh?');
    await expect(page).toHaveURL('/analyze');
  });

  test('the theme follows the system until one is chosen, which is kept', async ({ page }) => {
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    const dark = await background();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await background()).not.toBe(dark);
    await page.reload();
    expect(await background()).not.toBe(dark);
    await expect(page.locator('html')).toHaveClass('light');
  });

  test('the skip link is the first stop and leads to the content', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Browse files' })).toBeFocused();
  });

  test('icons tell their name on hover and on keyboard focus', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Theme' }).hover();
    await expect(page.getByRole('tooltip')).toHaveText('Theme');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toBeHidden();
  });

  test.describe('at an address that does not exist', () => {
    test.use({ expectedErrors: [/status of 404/] });

    test('an own page says so and leads back', async ({ page }) => {
      const response = await page.goto('/no-such-page');
      expect(response?.status()).toBe(404);
      await expect(page).toHaveTitle('Page not found · Shufflescope');
      await page.getByRole('link', { name: 'Go to the start page' }).click();
      await expect(page).toHaveURL('/');
    });
  });
});
