import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

// `npm test` claims a free port first; by hand (`npx playwright test`) it is this one.
const port = Number(process.env.E2E_PORT ?? 3210);
const baseURL = `http://127.0.0.1:${port}`;
const executablePath = findChromium();

/** Journeys through the built app, on the very server that `npm start` runs, in the system's Chromium. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // No test asserts a time; these only end what hangs, also on a machine that is busy with something else.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    // What a service worker fetches passes by the routes that tests watch; its own tests let it in.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox', // as root in a container there is no other way
        '--disable-gpu',
        // Optimizing the SQL engine anew in every page costs more than it saves in so short a life.
        '--js-flags=--liftoff-only',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs', // builds first, if the sources changed
    env: { PORT: String(port), HOSTNAME: '127.0.0.1' },
    url: baseURL,
    reuseExistingServer: !process.env.CI,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
