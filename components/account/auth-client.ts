import type { ExplainOffer } from '#lib/explain/explain-offer.ts';

export interface SignInWay {
  readonly id: string;
  readonly name: string;
}

export interface Account {
  /** Who is signed in. */
  readonly user: string | undefined;
  readonly ways: readonly SignInWay[];
  readonly perDay: number;
  readonly model: string | undefined;
}

/** What the server knows of this browser; undefined where it cannot be reached. */
export async function fetchAccount(): Promise<Account | undefined> {
  try {
    const offer = (await getJson('/api/explain')) as ExplainOffer;
    const providers = offer.signIn ? await getJson('/api/auth/providers') : {};
    const ways = Object.values(providers as Record<string, SignInWay>).map(({ id, name }) => ({ id, name }));
    return { user: offer.user, ways, perDay: offer.perDay, model: offer.model };
  } catch {
    return undefined;
  }
}

/** Goes to the sign-in page of the issuer; it comes back to /account. */
export async function signIn(id: string): Promise<void> {
  location.assign(await post(`/api/auth/signin/${encodeURIComponent(id)}`));
}

export async function signOut(): Promise<void> {
  await post('/api/auth/signout');
}

async function getJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

/** Posts with the token that shows that a page of ours asks; gives the address to go on to. */
async function post(address: string): Promise<string> {
  const { csrfToken } = (await getJson('/api/auth/csrf')) as { readonly csrfToken: string };
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, callbackUrl: `${location.origin}/account`, json: 'true' }),
  });
  return ((await response.json()) as { readonly url: string }).url;
}
