'use client';
import { Fragment } from 'react';
import { Kbd } from '#components/ui/kbd.tsx';
import { keyCaps } from './keys.ts';
import { useMac } from './use-mac.ts';

export function KeyCaps({ keys }: { readonly keys: string }) {
  const strokes = keyCaps(keys, useMac());
  return (
    <span className="inline-flex items-center gap-1 text-faint text-xs">
      {strokes.map((caps, index) => (
        <Fragment key={caps.join('+')}>
          {index > 0 ? 'then' : null}
          {caps.map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
