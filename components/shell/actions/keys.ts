/** What a key press looks like to the matcher; a KeyboardEvent fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The press as it is written in an action's `keys`: "mod+k", "g", "Shift+o", "?". `mod` is Ctrl, or Cmd on a Mac.
 * Shift is only named with letters and named keys: "?" needs Shift on some keyboards and not on others.
 */
export function strokeOf(press: KeyPress, mac: boolean): string {
  const { key } = press;
  const letter = /^\p{L}$/u.test(key);
  const shift = press.shiftKey && (letter || key.length > 1);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const name = letter ? key.toLowerCase() : key;
  return `${other ? 'Other+' : ''}${press.altKey ? 'Alt+' : ''}${mod ? 'mod+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** Single characters and sequences of them can collide with typing and speech input, so they can be switched off. */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((stroke) => !/^(mod|Alt)\+/.test(stroke));
}

const macNames: Readonly<Record<string, string>> = { mod: '⌘', Shift: '⇧', Alt: '⌥' };
const otherNames: Readonly<Record<string, string>> = { mod: 'Ctrl' };

/** The caps to show: one list for each stroke, e.g. "g a" gives [["G"], ["A"]]. */
export function keyCaps(keys: string, mac: boolean): readonly (readonly string[])[] {
  const names = mac ? macNames : otherNames;
  return keys
    .split(' ')
    .map((stroke) =>
      stroke.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    );
}
