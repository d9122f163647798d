import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { SKEW } from '../lib/explain/testing.ts';
import { startFakeModel } from '../lib/testing/fake-model.ts';
import { startFakeRedis } from '../lib/testing/fake-redis.ts';
import { freePort, startApp, startRefused } from './servers/app-server.ts';

const TOKEN = 'token-of-the-test-0123456789';

test('a running server tells of itself, and refuses what is not for it', async () => {
  const app = await startApp({ METRICS_TOKEN: TOKEN, LIMIT_REQUESTS_PER_MINUTE: '3' });
  const post = (headers: Record<string, string>) =>
    fetch(`${app.url}/api/explain`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  try {
    expect(await (await fetch(`${app.url}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(`${app.url}/readyz`)).text()).toBe('ready\n');
    expect((await fetch(`${app.url}/metrics`)).status).toBe(401);
    expect((await fetch(`${app.url}/api/auth/session`)).status).toBe(404); // not set up

    const foreign = await post({ Origin: 'https://evil.example', 'X-Request-Id': 'request-of-the-test' });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get('content-type')).toBe('application/problem+json');
    expect((await post({ Origin: app.url })).status).toBe(400);
    // Neither a forwarded address nor our own header makes one somebody else.
    expect((await post({ Origin: app.url, 'X-Forwarded-For': '9.9.9.9' })).status).toBe(400);
    const limited = await post({
      Origin: app.url,
      'X-Forwarded-For': '8.8.8.8',
      'X-Shufflescope-Peer': '7.7.7.7',
    });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);

    const metrics = await fetch(`${app.url}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    expect(await metrics.text()).toContain('shufflescope_limited_total{scope="requests"} 1');
    const lines = app.log.map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ msg: 'started', metrics: true, signIn: [] });
    expect(lines).toContainEqual(expect.objectContaining({ requestId: 'request-of-the-test', status: 403 }));
    expect(app.log.join()).not.toMatch(/evil|9\.9\.9\.9|127\.0\.0\.1/);
  } finally {
    await app.stop();
  }
});

test('a server that is half set up does not start, and names the variable', async () => {
  const { code, errors } = await startRefused({ OIDC_ISSUER: 'https://login.example.com' });
  expect(code).toBe(1);
  expect(errors).toContain('Shufflescope does not start: OIDC_CLIENT_ID is not set');
  expect(errors).not.toMatch(/^\s+at /m);
});

test('limits lie in Redis, and traces go where they are sent', async () => {
  const [redis, model] = [await startFakeRedis(), await startFakeModel()];
  let traces = '';
  const collector = createServer(async (request, response) => {
    for await (const chunk of request) traces += `${request.url} ${chunk}`;
    response.end('{}');
  });
  const port = await freePort();
  collector.listen(port, '127.0.0.1');
  const app = await startApp({
    REDIS_URL: redis.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    EXPLAIN_PROVIDER: 'openai-compatible',
    EXPLAIN_MODEL: 'answers',
    EXPLAIN_BASE_URL: `${model.url}/v1`,
  });
  try {
    await expect.poll(async () => (await fetch(`${app.url}/readyz`)).status).toBe(200);
    const answer = await fetch(`${app.url}/api/explain`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: app.url },
      body: JSON.stringify({ audience: 'new', pack: SKEW }),
    });
    expect(await answer.text()).toContain('"type":"end"');
    const kinds = () => redis.keys().map((key) => key.replace(/^shufflescope:([\w-]+):.*/, '$1'));
    await expect.poll(() => kinds().toSorted()).toEqual(['anonymous', 'answer', 'requests']);
    await expect.poll(() => traces).toContain('"name":"explain"');
    expect(traces).toContain('"name":"ask model"');
    expect(traces).not.toMatch(/longest task|GET |http\.target/);
    await redis.close();
    await expect.poll(async () => (await fetch(`${app.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  } finally {
    await app.stop();
    collector.close();
    collector.closeAllConnections();
    await model.close();
  }
});
