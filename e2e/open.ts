import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A file made by a test. */
interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function made(name: string, content: string | Uint8Array): MadeFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

export type Files = string | string[] | MadeFile | MadeFile[];

/** Chooses files with the page's Browse button. */
export async function browse(page: Page, files: Files) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Browse files' }).first().click();
  await (await chooser).setFiles(files);
}

/** Opens files in Analyze, and waits until the run in them is read and checked. */
export async function openRun(page: Page, files: Files) {
  await page.goto('/analyze');
  await browse(page, files);
  await checked(page);
}

/** Opens a sample from the start page, as one does at first. */
export async function openSample(page: Page, title: string | RegExp) {
  await page.goto('/');
  await page.getByRole('button', { name: title }).click();
  await checked(page);
}

/** Waits until all checks of the run are done. */
export async function checked(page: Page) {
  await expect(page.getByText(/from \d+ checks$/)).toBeVisible();
}

export const VIEWS = ['Overview', 'Insights', 'Timeline', 'Stages', 'Tasks', 'SQL', 'Settings'] as const;

export async function showView(page: Page, view: (typeof VIEWS)[number]) {
  const tab = page.getByRole('tablist', { name: 'Views of the run' }).getByRole('tab', { name: view });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** The line below the run's name: version, time, tasks, executors. */
export function factsOf(page: Page) {
  return page.getByRole('main').locator('header p');
}
