/**
 * The policy that keeps the promise "files stay in this tab": a page may talk to its own origin only, and runs
 * no script or style that the server did not mark with the request's nonce.
 */
const shared = [
  "default-src 'none'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];
const unframed = "frame-ancestors 'none'";

export interface PageKind {
  /** The development server needs eval and un-nonced styles; the built app has neither. */
  readonly development?: boolean;
  /** Pages that are made to stand inside of other people's: read-only, without anything to click that changes something. */
  readonly embeddable?: boolean;
}

/** For documents. */
export function pagePolicy(
  nonce: string,
  { development = false, embeddable = false }: PageKind = {},
): string {
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`;
  return [
    ...shared,
    embeddable ? 'frame-ancestors *' : unframed,
    development ? `${script} 'unsafe-eval'` : script,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
  ].join('; ');
}

/** For files. A worker obeys the policy of its own script's response, so scripts carry one too. */
export const filePolicy = [
  ...shared,
  unframed,
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
].join('; ');

/** Sent with every response. Strict-Transport-Security is not here: it only makes sense over https (see proxy.ts). */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
    'hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
};
