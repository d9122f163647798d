import { test as base, expect, type Page } from '@playwright/test';

interface Watch {
  /** Console errors that a test brings about on purpose. */
  readonly expectedErrors: readonly RegExp[];
  /** Origins of other servers that a journey leads to, as signing in does. */
  readonly elsewhere: readonly string[];
  /** Runs for every test: nothing may leave the origin, and nothing may be complained about. */
  readonly watched: undefined;
}

/** What the test runner itself says where playwright.config.ts keeps service workers out. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

export const test = base.extend<Watch>({
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    page.goto = async (...args) => {
      const response = await goto.apply(page, args);
      await awake(page);
      return response;
    };
    page.reload = async (...args) => {
      const response = await reload.apply(page, args);
      await awake(page);
      return response;
    };
    await use(page);
  },
  expectedErrors: [[], { option: true }],
  elsewhere: [[], { option: true }],
  watched: [
    async ({ context, page, baseURL, expectedErrors, elsewhere }, use) => {
      const problems: string[] = [];
      // Listening only: a route would keep the browser from caching what it has compiled.
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^https?:$/.test(protocol) && origin !== baseURL && !elsewhere.includes(origin))
          problems.push(`request to ${request.url()}`);
      });
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.text().startsWith(BLOCKED)) return;
        // Violations of the content security policy are reported here as errors.
        if (message.type() === 'error' || message.type() === 'warning')
          problems.push(`${message.text()} ${message.location().url}`);
      });
      await use(undefined);
      expect(
        problems.filter((problem) => !expectedErrors.some((expected) => expected.test(problem))),
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/** Before its scripts have taken over, a page hears no key and no drop. The shell sets this global when it does. */
function awake(page: Page) {
  return page.waitForFunction(() => '__webpack_nonce__' in globalThis);
}

export { expect };
