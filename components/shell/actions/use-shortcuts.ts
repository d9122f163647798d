import { useEffect, useRef } from 'react';
import { overlay } from '../overlay.ts';
import { type ActionContext, enabledIn } from './action.ts';
import { strokeOf } from './keys.ts';
import { actions } from './registry.ts';
import { createShortcutMatcher } from './shortcut-matcher.ts';
import { singleKeys } from './single-keys.ts';
import { isMac } from './use-mac.ts';

/** Performs the action whose keys are pressed anywhere in the window. */
export function useShortcuts(context: ActionContext): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  }, [context]);

  useEffect(() => {
    const match = createShortcutMatcher();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      // Also while a dialog is still on its way: what is typed then was meant for it.
      const inDialog = overlay.get() !== undefined || document.querySelector('[data-modal]') !== null;
      const action = match(actions.get(), {
        stroke: strokeOf(event, isMac()),
        at: event.timeStamp,
        singleKeys: singleKeys.get() && !inDialog && !isTyping(event.target),
      });
      if (!action || enabledIn(action, latest.current) !== true) return;
      event.preventDefault();
      action.perform(latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const withoutText = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.has(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, [role="textbox"], [role="combobox"]'))
  );
}
