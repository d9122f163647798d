/** What the environment variables say, checked. Parts that are not set up are undefined. */
export interface ServerConfig {
  /** Origin as people type it, without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: number;
  readonly signIn: SignInConfig | undefined;
  readonly explain: ExplainConfig | undefined;
  readonly limits: LimitConfig;
  readonly redisUrl: string | undefined;
  readonly metricsToken: string | undefined;
  readonly logLevel: LogLevel;
  readonly traces: { readonly endpoint: string; readonly service: string } | undefined;
}

export interface SignInConfig {
  readonly url: string;
  readonly secret: string;
  readonly sessionSeconds: number;
  readonly issuers: readonly IssuerConfig[];
}

export interface IssuerConfig {
  readonly id: 'google' | 'oidc';
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const PROVIDERS = ['openai-compatible', 'google', 'anthropic'] as const;
export type Provider = (typeof PROVIDERS)[number];

export interface ModelConfig {
  readonly provider: Provider;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

export interface ExplainConfig {
  /** In the order in which they are asked. */
  readonly models: readonly [ModelConfig, ...ModelConfig[]];
  readonly timeoutMs: number;
  readonly maxOutputTokens: number;
  readonly retries: number;
}

export interface LimitConfig {
  readonly requestsPerMinute: number;
  readonly anonymousPerDay: number;
  readonly signedInPerDay: number;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
