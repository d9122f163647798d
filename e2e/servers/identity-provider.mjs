import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/**
 * A real OpenID Connect server that asks for a name and signs in whoever gives one. Its address is `localhost`, the app's
 * 127.0.0.1: cookies do not tell ports apart, and so the two keep theirs separate.
 * @param {number} port
 * @param {string} appUrl
 */
export async function startIdentityProvider(port, appUrl) {
  const url = `http://localhost:${port}`;
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'shufflescope',
        client_secret: 'client-secret',
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, name: id }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['key-of-the-test'] },
    ttl: { Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, Interaction: 60, AuthorizationCode: 60 },
    // Who signs in agrees: the page for that would be the provider's, not ours.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url.startsWith('/interaction/')) return callback(request, response);
    return interact(provider, request, response).catch(() => response.writeHead(500).end());
  });
  // Both families: `localhost` may be either.
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function interact(provider, request, response) {
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><title>Login</title><link rel="icon" href="data:,"><form method="post">
      <label>Name <input name="login"></label><button name="do" value="login">Continue</button>
      <button name="do" value="refuse">Refuse</button></form></html>`);
    return;
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const result =
    form.get('do') === 'login'
      ? { login: { accountId: form.get('login') } }
      : { error: 'access_denied', error_description: 'refused' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
