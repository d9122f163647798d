/** Every environment variable of the server, as data: read-config.ts reads no other, and .env.example shows them all. */
export interface Variable {
  readonly name: string;
  readonly group: 'address' | 'sign-in' | 'explain' | 'limits' | 'operation';
  /** What it is for, and what holds when it is not set. */
  readonly about: string;
  readonly example: string;
  /** Never in an image, a repository or a log. */
  readonly secret?: true;
}

export const VARIABLES = [
  {
    name: 'PUBLIC_URL',
    group: 'address',
    about:
      'The address that people type, without a path. Needed for sign-in; otherwise the request’s own host is taken.',
    example: 'https://shufflescope.example.com',
  },
  {
    name: 'TRUSTED_PROXIES',
    group: 'address',
    about: 'How many proxies stand in front and append to X-Forwarded-For. 0: the header is not believed.',
    example: '1',
  },
  {
    name: 'AUTH_SECRET',
    group: 'sign-in',
    about:
      'Encrypts session cookies: 32 random characters or more, the same on every replica. Not set: no sign-in.',
    example: 'openssl rand -base64 48',
    secret: true,
  },
  {
    name: 'AUTH_SESSION_SECONDS',
    group: 'sign-in',
    about: 'How long a session lasts. Not set: 7 days.',
    example: '604800',
  },
  {
    name: 'GOOGLE_CLIENT_ID',
    group: 'sign-in',
    about: 'Sign-in with Google; its redirect address is PUBLIC_URL/api/auth/callback/google.',
    example: '1234-abc.apps.googleusercontent.com',
  },
  {
    name: 'GOOGLE_CLIENT_SECRET',
    group: 'sign-in',
    about: 'Goes with GOOGLE_CLIENT_ID.',
    example: 'from the Google Cloud console',
    secret: true,
  },
  {
    name: 'OIDC_ISSUER',
    group: 'sign-in',
    about:
      'Sign-in with any OpenID Connect server; its redirect address is PUBLIC_URL/api/auth/callback/oidc.',
    example: 'https://login.example.com/realms/data',
  },
  { name: 'OIDC_CLIENT_ID', group: 'sign-in', about: 'Goes with OIDC_ISSUER.', example: 'shufflescope' },
  {
    name: 'OIDC_CLIENT_SECRET',
    group: 'sign-in',
    about: 'Goes with OIDC_ISSUER.',
    example: 'from the OpenID Connect server',
    secret: true,
  },
  {
    name: 'OIDC_NAME',
    group: 'sign-in',
    about: 'What the sign-in button calls that server. Not set: “single sign-on”.',
    example: 'Example login',
  },
  {
    name: 'EXPLAIN_PROVIDER',
    group: 'explain',
    about:
      'openai-compatible, google or anthropic. Not set: explanations are written by rules, without a model.',
    example: 'openai-compatible',
  },
  {
    name: 'EXPLAIN_MODEL',
    group: 'explain',
    about: 'The model’s name at the provider.',
    example: 'small-model',
  },
  {
    name: 'EXPLAIN_API_KEY',
    group: 'explain',
    about: 'Key for the provider. A server of your own may do without.',
    example: 'from the provider',
    secret: true,
  },
  {
    name: 'EXPLAIN_BASE_URL',
    group: 'explain',
    about: 'Address of the provider’s API. Needed for openai-compatible.',
    example: 'http://model.internal:8000/v1',
  },
  {
    name: 'EXPLAIN_FALLBACK_PROVIDER',
    group: 'explain',
    about: 'A second provider, asked when the first one fails.',
    example: 'anthropic',
  },
  { name: 'EXPLAIN_FALLBACK_MODEL', group: 'explain', about: 'Its model.', example: 'other-model' },
  {
    name: 'EXPLAIN_FALLBACK_API_KEY',
    group: 'explain',
    about: 'Its key.',
    example: 'from the provider',
    secret: true,
  },
  {
    name: 'EXPLAIN_FALLBACK_BASE_URL',
    group: 'explain',
    about: 'Address of its API. Needed for openai-compatible.',
    example: 'http://other.internal:8000/v1',
  },
  {
    name: 'EXPLAIN_TIMEOUT_SECONDS',
    group: 'explain',
    about: 'How long a model may take for an answer; half of it for its first word. Not set: 60.',
    example: '60',
  },
  {
    name: 'EXPLAIN_MAX_OUTPUT_TOKENS',
    group: 'explain',
    about: 'Length of an answer at most. Not set: 800.',
    example: '800',
  },
  {
    name: 'EXPLAIN_RETRIES',
    group: 'explain',
    about: 'How often a provider that is busy or failing is asked again. Not set: 2.',
    example: '2',
  },
  {
    name: 'LIMIT_REQUESTS_PER_MINUTE',
    group: 'limits',
    about: 'Requests to the API from one address in a minute. Not set: 30.',
    example: '30',
  },
  {
    name: 'LIMIT_ANONYMOUS_PER_DAY',
    group: 'limits',
    about: 'Answers of a model for one address in a day without signing in; 0: none. Not set: 10.',
    example: '10',
  },
  {
    name: 'LIMIT_SIGNED_IN_PER_DAY',
    group: 'limits',
    about: 'Answers of a model for one signed-in person in a day. Not set: 100.',
    example: '100',
  },
  {
    name: 'REDIS_URL',
    group: 'operation',
    about:
      'Limits and remembered answers for several replicas. Not set: each process keeps its own in memory.',
    example: 'redis://redis:6379',
    secret: true,
  },
  {
    name: 'METRICS_TOKEN',
    group: 'operation',
    about:
      'Who may read /metrics: 16 characters or more, sent as a bearer token. Not set: there is no /metrics.',
    example: 'openssl rand -hex 24',
    secret: true,
  },
  {
    name: 'LOG_LEVEL',
    group: 'operation',
    about: 'debug, info, warn, error or silent. Not set: info.',
    example: 'info',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    group: 'operation',
    about: 'Where traces go (OTLP over HTTP). Not set: none are made.',
    example: 'http://collector:4318',
  },
  {
    name: 'OTEL_SERVICE_NAME',
    group: 'operation',
    about: 'The service’s name in traces. Not set: shufflescope.',
    example: 'shufflescope',
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]['name'];

/** Names that begin so are ours, and one that is not in the list is a slip of the pen. */
export const OUR_PREFIXES = /^(EXPLAIN|OIDC|GOOGLE_CLIENT|LIMIT)_/;
