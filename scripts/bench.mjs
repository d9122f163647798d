import { requireNode } from './node-version.mjs';

requireNode();

const { setup } = await import('./setup.mjs');
const { build } = await import('./build.mjs');
const { claimPort, pageUrl } = await import('./address.mjs');
const { serve } = await import('./serve.mjs');
const { runCommand } = await import('./children.mjs');
const { bringChromium } = await import('./chromium.mjs');
const { projectEnv, projectNode } = await import('./paths.mjs');

/**
 * npm run bench [-- LOG…]: how fast logs become tables and insights in one tab of the system's Chromium, and how fast
 * checks are on a million tasks. Without logs it makes some (bench/grow-log.ts). It prints; docs/performance.md holds
 * what was measured, on which machine.
 */
await setup();
await build();
const chromium = await bringChromium(console.log);
const address = { host: '127.0.0.1', port: await claimPort({ host: '127.0.0.1', port: 0 }) };
await serve(address);
const { status } = await runCommand(
  projectNode(),
  ['bench/main.ts', pageUrl(address), ...process.argv.slice(2)],
  {
    env: projectEnv({ CHROMIUM_PATH: chromium }),
    stdio: 'inherit',
  },
);
process.exit(status);
