import NextAuth, { type AuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import { hashed } from './client-address.ts';
import type { IssuerConfig, SignInConfig } from './server-config.ts';
import type { ServerLog } from './server-log.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** Who is signed in: a name to show, and a key to count by that says nothing of the person. */
export interface SignedIn {
  readonly name: string;
  readonly key: string;
}

/** The handler of /api/auth/*: authorization code with PKCE, state and nonce; the session is an encrypted cookie, no database. */
export function signInHandler(
  config: SignInConfig,
  log: ServerLog,
  metrics: ServerMetrics,
): (request: Request, context: unknown) => Promise<Response> {
  // next-auth takes its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = config.url;
  return NextAuth(signInOptions(config, log, metrics));
}

export function signInOptions(config: SignInConfig, log: ServerLog, metrics: ServerMetrics): AuthOptions {
  return {
    providers: config.issuers.map(issuerOptions),
    secret: config.secret,
    session: { strategy: 'jwt', maxAge: config.sessionSeconds },
    useSecureCookies: isSecure(config),
    // Its own pages have inline styles, which the policy of ours drops.
    pages: { signIn: '/account', signOut: '/account', error: '/account' },
    callbacks: {
      // Nothing but this is in the cookie: no e-mail address, no picture, no token of the issuer.
      jwt: ({ token, account, profile }) => {
        if (!account) return token;
        const name = profile?.name ?? (profile as Preferred | undefined)?.preferred_username ?? 'Signed in';
        return { sub: `${account.provider}:${account.providerAccountId}`, name: name.slice(0, 100) };
      },
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { name: token.name ?? 'Signed in' },
      }),
      redirect: ({ url, baseUrl }) => {
        const target = URL.parse(url, baseUrl);
        return target?.origin === baseUrl ? target.href : baseUrl;
      },
    },
    events: {
      signIn: () => metrics.signIns.inc({ outcome: 'done' }),
      signOut: () => metrics.signIns.inc({ outcome: 'signed-out' }),
    },
    logger: {
      // Codes only: what comes with them holds addresses and answers of the issuer.
      error: (code) => {
        metrics.signIns.inc({ outcome: 'failed' });
        log.warn({ code }, 'sign-in failed');
      },
      warn: (code) => log.debug({ code }, 'sign-in'),
      debug: () => {},
    },
  };
}

interface Preferred {
  readonly preferred_username?: string;
}

function issuerOptions({
  id,
  name,
  issuer,
  clientId,
  clientSecret,
}: IssuerConfig): AuthOptions['providers'][number] {
  return {
    id,
    name,
    type: 'oauth',
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub, name: full, preferred_username }: { sub: string; name?: string } & Preferred) => ({
      id: sub,
      name: full ?? preferred_username ?? sub,
    }),
  };
}

function isSecure({ url }: SignInConfig): boolean {
  return url.startsWith('https:');
}

export function sessionCookie(config: SignInConfig): string {
  return `${isSecure(config) ? '__Secure-' : ''}next-auth.session-token`;
}

/** Who a request is from; a cookie that has expired or that we did not make is from nobody. */
export async function signedInAs(
  headers: Headers,
  config: SignInConfig | undefined,
): Promise<SignedIn | undefined> {
  if (!config) return undefined;
  const name = sessionCookie(config);
  const cookie = (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (!cookie) return undefined;
  const token = await decode({ token: cookie, secret: config.secret }).catch(() => null);
  return token?.sub ? { name: token.name ?? 'Signed in', key: hashed(token.sub) } : undefined;
}
