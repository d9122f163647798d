import { requireNode } from './node-version.mjs';

requireNode();

// Loaded only now: the rest uses what old versions of Node cannot even parse.
const { claimPort, pageUrl, wantedAddress } = await import('./address.mjs');
const { setup } = await import('./setup.mjs');
const { build } = await import('./build.mjs');
const { serve } = await import('./serve.mjs');

/**
 * npm start: installs what is missing, builds what changed, serves.
 * PORT (3000; 0 for any free one) and HOSTNAME (127.0.0.1; 0.0.0.0 to be reachable from other machines).
 */
try {
  const address = wantedAddress();
  await claimPort(address); // before the long steps, so that a taken port is known at once
  await setup();
  await build();
  const claimed = { ...address, port: await claimPort(address) };
  const { ended } = await serve(claimed);
  console.log(`Shufflescope is ready at ${pageUrl(claimed)} (stop it with Ctrl-C)`);
  process.exitCode = await ended;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
