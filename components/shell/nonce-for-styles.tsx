'use client';
import { useEffect } from 'react';
import { documentNonce } from '#components/ui/document-nonce.ts';

/** Dialogs lock scrolling with a <style> of their own; the library behind them looks for the nonce in this global. */
export function NonceForStyles() {
  useEffect(() => {
    Object.assign(globalThis, { __webpack_nonce__: documentNonce() });
  }, []);
  return null;
}
