import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Environment, readConfig } from './read-config.ts';
import { VARIABLES } from './variables.ts';

const SECRET = 'x'.repeat(48);
const OIDC = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'app', OIDC_CLIENT_SECRET: 's' };
const SIGN_IN = { ...OIDC, AUTH_SECRET: SECRET, PUBLIC_URL: 'https://app.example' };
const EXPLAIN = {
  EXPLAIN_PROVIDER: 'openai-compatible',
  EXPLAIN_MODEL: 'm',
  EXPLAIN_BASE_URL: 'http://model:8000/v1',
};

describe('readConfig', () => {
  it('needs nothing: without variables there is neither sign-in nor a model', () => {
    expect(readConfig({})).toEqual({
      publicUrl: undefined,
      trustedProxies: 0,
      signIn: undefined,
      explain: undefined,
      limits: { requestsPerMinute: 30, anonymousPerDay: 10, signedInPerDay: 100 },
      redisUrl: undefined,
      metricsToken: undefined,
      logLevel: 'info',
      traces: undefined,
    });
    expect(readConfig({ EXPLAIN_PROVIDER: '', PUBLIC_URL: ' ' }).explain).toBeUndefined();
  });

  it('reads sign-in with any issuer and with Google', () => {
    const { signIn } = readConfig({ ...SIGN_IN, GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 's' });
    expect(signIn?.issuers.map(({ id, issuer }) => `${id} ${issuer}`)).toEqual([
      'google https://accounts.google.com',
      'oidc https://id.example',
    ]);
    expect(signIn).toMatchObject({ url: 'https://app.example', sessionSeconds: 604_800 });
  });

  it('reads a model and its fallback', () => {
    const { explain } = readConfig({
      ...EXPLAIN,
      EXPLAIN_FALLBACK_PROVIDER: 'anthropic',
      EXPLAIN_FALLBACK_MODEL: 'n',
      EXPLAIN_FALLBACK_API_KEY: 'k',
      EXPLAIN_TIMEOUT_SECONDS: '5',
    });
    expect(explain?.models.map(({ provider, model }) => `${provider} ${model}`)).toEqual([
      'openai-compatible m',
      'anthropic n',
    ]);
    expect(explain?.timeoutMs).toBe(5000);
  });

  const { OIDC_ISSUER: _, ...withoutIssuer } = SIGN_IN;
  const { AUTH_SECRET: __, ...withoutSecret } = SIGN_IN;
  const { PUBLIC_URL: ___, ...withoutUrl } = SIGN_IN;
  it.each<[string, Environment]>([
    ['OIDC_ISSUER', withoutIssuer],
    ['AUTH_SECRET', withoutSecret],
    ['PUBLIC_URL', withoutUrl],
    ['OIDC_CLIENT_SECRET', { ...SIGN_IN, OIDC_CLIENT_SECRET: '' }],
    ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_ID: 'g' }],
    ['GOOGLE_CLIENT_ID', { GOOGLE_CLIENT_SECRET: 'g' }],
    ['OIDC_ISSUER', { OIDC_NAME: 'Login' }],
    ['AUTH_SECRET', { AUTH_SECRET: SECRET }],
    ['AUTH_SECRET', { ...SIGN_IN, AUTH_SECRET: 'short' }],
    ['OIDC_ISSUER', { ...SIGN_IN, OIDC_ISSUER: 'http://id.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://app.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://app.example/tools' }],
    ['EXPLAIN_MODEL', { ...EXPLAIN, EXPLAIN_MODEL: '' }],
    ['EXPLAIN_BASE_URL', { ...EXPLAIN, EXPLAIN_BASE_URL: '' }],
    ['EXPLAIN_API_KEY', { ...EXPLAIN, EXPLAIN_PROVIDER: 'google' }],
    ['EXPLAIN_PROVIDER', { EXPLAIN_API_KEY: 'k' }],
    ['EXPLAIN_PROVIDER', { ...EXPLAIN, EXPLAIN_PROVIDER: 'openai' }],
    [
      'EXPLAIN_PROVIDER',
      { EXPLAIN_FALLBACK_PROVIDER: 'google', EXPLAIN_FALLBACK_MODEL: 'm', EXPLAIN_FALLBACK_API_KEY: 'k' },
    ],
    ['EXPLAIN_TIMEOUT_SECONDS', { EXPLAIN_TIMEOUT_SECONDS: 'soon' }],
    ['EXPLAIN_RETRIES', { EXPLAIN_RETRIES: '99' }],
    ['EXPLAIN_MODLE', { EXPLAIN_MODLE: 'm' }],
    ['LIMIT_ANONYMOUS_PER_DAY', { LIMIT_ANONYMOUS_PER_DAY: '-1' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
    ['REDIS_URL', { REDIS_URL: 'https://redis' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'yes' }],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }],
  ])('names %s when it is missing or makes no sense', (name, env) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^${name}\\b`));
  });

  it('never repeats a secret in a message', () => {
    for (const env of [
      { REDIS_URL: 'http://user:hunter2@redis' },
      { METRICS_TOKEN: 'hunter2' },
      { ...SIGN_IN, AUTH_SECRET: 'hunter2' },
    ])
      expect(() => readConfig(env)).toThrow(/^(?!.*hunter2)/);
  });
});

describe('.env.example', () => {
  it('shows every variable with what it is for, set to nothing', () => {
    const text = readFileSync('.env.example', 'utf8');
    for (const { name, about } of VARIABLES) {
      expect(text, name).toContain(`# ${about}`);
      expect(text, name).toMatch(new RegExp(`^# ${name}=`, 'm'));
    }
    const shown = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!);
    const known: readonly string[] = VARIABLES.map(({ name }) => name);
    expect(shown.filter((name) => !known.includes(name))).toEqual([]);
  });
});
