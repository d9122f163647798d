import { UserError } from '#lib/base/assert.ts';
import {
  type ExplainConfig,
  type IssuerConfig,
  LOG_LEVELS,
  type ModelConfig,
  PROVIDERS,
  type ServerConfig,
  type SignInConfig,
} from './server-config.ts';
import { OUR_PREFIXES, VARIABLES, type VariableName } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a `UserError` that names the variable when something is half set or makes no sense. */
export function readConfig(env: Environment): ServerConfig {
  refuseUnknown(env);
  const read = new EnvReader(env);
  const endpoint = read.url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']);
  const publicUrl = read.origin('PUBLIC_URL');
  return {
    publicUrl,
    trustedProxies: read.count('TRUSTED_PROXIES', 0, 0, 10),
    signIn: readSignIn(read, publicUrl),
    explain: readExplain(read),
    limits: {
      requestsPerMinute: read.count('LIMIT_REQUESTS_PER_MINUTE', 30, 1, 1_000_000),
      anonymousPerDay: read.count('LIMIT_ANONYMOUS_PER_DAY', 10, 0, 1_000_000),
      signedInPerDay: read.count('LIMIT_SIGNED_IN_PER_DAY', 100, 1, 1_000_000),
    },
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    metricsToken: read.long('METRICS_TOKEN', 16),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'info',
    traces:
      endpoint === undefined
        ? undefined
        : { endpoint, service: read.text('OTEL_SERVICE_NAME') ?? 'shufflescope' },
  };
}

function refuseUnknown(env: Environment): void {
  const known = new Set<string>(VARIABLES.map(({ name }) => name));
  const unknown = Object.keys(env).find((name) => OUR_PREFIXES.test(name) && !known.has(name));
  if (unknown)
    throw new UserError(`${unknown} is set, but there is no such variable; .env.example lists them all.`);
}

function readSignIn(read: EnvReader, publicUrl: string | undefined): SignInConfig | undefined {
  const sessionSeconds = read.count('AUTH_SESSION_SECONDS', 604_800, 60, 31_536_000);
  const issuers = [readGoogle(read), readOidc(read)].filter((issuer) => issuer !== undefined);
  const secret = read.long('AUTH_SECRET', 32);
  if (issuers.length === 0) {
    if (secret === undefined) return undefined;
    throw new UserError(
      'AUTH_SECRET is set, but there is nobody to sign in with: set GOOGLE_CLIENT_ID or OIDC_ISSUER too, or leave it out.',
    );
  }
  const used = issuers[0]!.id === 'google' ? 'GOOGLE_CLIENT_ID' : 'OIDC_ISSUER';
  if (secret === undefined) throw missing('AUTH_SECRET', used);
  if (publicUrl === undefined) throw missing('PUBLIC_URL', used);
  return { url: publicUrl, secret, sessionSeconds, issuers };
}

function readGoogle(read: EnvReader): IssuerConfig | undefined {
  const set = read.together(['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET']);
  if (!set) return undefined;
  const [clientId, clientSecret] = set as [string, string];
  return { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', clientId, clientSecret };
}

function readOidc(read: EnvReader): IssuerConfig | undefined {
  const name = read.text('OIDC_NAME');
  const set = read.together(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  if (!set && name !== undefined) throw missing('OIDC_ISSUER', 'OIDC_NAME');
  if (!set) return undefined;
  const [, clientId, clientSecret] = set as [string, string, string];
  const issuer = read.secureUrl('OIDC_ISSUER')!.replace(/\/$/, '');
  return { id: 'oidc', name: name ?? 'single sign-on', issuer, clientId, clientSecret };
}

function readExplain(read: EnvReader): ExplainConfig | undefined {
  const timeoutMs = read.count('EXPLAIN_TIMEOUT_SECONDS', 60, 1, 600) * 1000;
  const maxOutputTokens = read.count('EXPLAIN_MAX_OUTPUT_TOKENS', 800, 50, 8000);
  const retries = read.count('EXPLAIN_RETRIES', 2, 0, 5);
  const first = readModel(read, 'EXPLAIN');
  const second = readModel(read, 'EXPLAIN_FALLBACK');
  if (!first && second) throw missing('EXPLAIN_PROVIDER', 'EXPLAIN_FALLBACK_PROVIDER');
  if (!first) return undefined;
  return { models: second ? [first, second] : [first], timeoutMs, maxOutputTokens, retries };
}

function readModel(read: EnvReader, prefix: 'EXPLAIN' | 'EXPLAIN_FALLBACK'): ModelConfig | undefined {
  const provider = read.oneOf(`${prefix}_PROVIDER`, PROVIDERS);
  const model = read.text(`${prefix}_MODEL`);
  const apiKey = read.text(`${prefix}_API_KEY`);
  const baseUrl = read.url(`${prefix}_BASE_URL`, ['http:', 'https:'])?.replace(/\/$/, '');
  if (provider === undefined) {
    const rest = (['MODEL', 'API_KEY', 'BASE_URL'] as const).find((name) => read.text(`${prefix}_${name}`));
    if (rest) throw missing(`${prefix}_PROVIDER`, `${prefix}_${rest}`);
    return undefined;
  }
  if (model === undefined) throw missing(`${prefix}_MODEL`, `${prefix}_PROVIDER`);
  const own = provider === 'openai-compatible';
  if (own && baseUrl === undefined) throw missing(`${prefix}_BASE_URL`, `${prefix}_PROVIDER=${provider}`);
  if (!own && apiKey === undefined) throw missing(`${prefix}_API_KEY`, `${prefix}_PROVIDER=${provider}`);
  return { provider, model, apiKey, baseUrl };
}

function missing(name: VariableName, because: string): UserError {
  const { about } = VARIABLES.find((variable) => variable.name === name)!;
  return new UserError(`${name} is not set, but ${because} is, which needs it. ${about}`);
}

/** Reads one variable at a time; an empty one counts as not set, as in shells and compose files. */
class EnvReader {
  private readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  text(name: VariableName): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** All of them or none. */
  together(names: readonly VariableName[]): readonly string[] | undefined {
    const set = names.filter((name) => this.text(name) !== undefined);
    if (set.length === 0) return undefined;
    const absent = names.find((name) => this.text(name) === undefined);
    if (absent) throw missing(absent, set[0]!);
    return names.map((name) => this.text(name)!);
  }

  long(name: VariableName, least: number): string | undefined {
    const value = this.text(name);
    if (value !== undefined && value.length < least)
      throw new UserError(
        `${name} has ${value.length} characters; it needs ${least} or more, and random ones.`,
      );
    return value;
  }

  count(name: VariableName, standard: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return standard;
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new UserError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
    return value;
  }

  oneOf<const Value extends string>(name: VariableName, values: readonly Value[]): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = values.find((value) => value === text);
    if (!found) throw new UserError(`${name} must be one of ${values.join(', ')}, not "${text}".`);
    return found;
  }

  url(name: VariableName, protocols: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.parse(text);
    // The address itself is not repeated: it may hold a password.
    if (!url || !protocols.includes(url.protocol))
      throw new UserError(
        `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
      );
    return text;
  }

  /** Over https, but for this machine. */
  secureUrl(name: VariableName): string | undefined {
    const text = this.url(name, ['http:', 'https:']);
    if (text === undefined) return undefined;
    const { protocol, hostname } = new URL(text);
    if (protocol !== 'https:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
      throw new UserError(`${name} must begin with https://: over http, sessions could be read on the way.`);
    return text;
  }

  origin(name: VariableName): string | undefined {
    const text = this.secureUrl(name);
    if (text === undefined) return undefined;
    const { origin, pathname, search } = new URL(text);
    if (pathname !== '/' || search !== '')
      throw new UserError(`${name} must have no path: ${origin} instead of ${text}.`);
    return origin;
  }
}
