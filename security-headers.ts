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
  "frame-ancestors 'none'",
];

/** For documents. The development server needs eval and un-nonced styles; the built app has neither. */
export function pagePolicy(nonce: string, development = false): string {
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`;
  return [
    ...shared,
    development ? `${script} 'unsafe-eval'` : script,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
  ].join('; ');
}

/** For files. A worker obeys the policy of its own script's response, so scripts carry one too. */
export const filePolicy = [...shared, "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'"].join('; ');

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
