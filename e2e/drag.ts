import type { Page } from '@playwright/test';

/** Drags real files and folders of this machine over the window, as the browser itself would, and drops them. */
export async function dragOver(page: Page, paths: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const at = { x: 200, y: 300, data: { items: [], files: [...paths], dragOperationsMask: 1 } };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
  return { drop: () => session.send('Input.dispatchDragEvent', { type: 'drop', ...at }) };
}
