export type ThemeChoice = 'light' | 'dark' | 'system';

/** What an action may do. Actions are data: they get everything from here and import no component. */
export interface ActionContext {
  readonly pathname: string;
  readonly theme: ThemeChoice;
  readonly hasOpenFiles: boolean;
  readonly go: (href: `/${string}`) => void;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly show: (overlay: 'palette' | 'shortcuts') => void;
  readonly browse: (kind: 'file' | 'folder') => void;
  readonly openSample: (id: string) => void;
  readonly closeFiles: () => void;
}

/** Enabled, or the reason why not: a disabled action stays visible and says why. */
export type Enabled = true | { readonly reason: string };

/** One thing the user can do. The palette, the shortcut sheet and the keyboard all read the same list. */
export interface Action {
  /** A verb phrase, stable: "open-file". */
  readonly id: string;
  readonly label: string;
  /** The heading it stands under: "Go to", "Open", "View", "Help", or a screen's own. */
  readonly section: string;
  /** "mod+k" (Ctrl, or Cmd on a Mac), a single key ("?"), or one key after another ("g a"). */
  readonly keys?: string;
  /** More words people may search for. */
  readonly keywords?: readonly string[];
  readonly enabled?: (context: ActionContext) => Enabled;
  readonly perform: (context: ActionContext) => void;
}

export function enabledIn(action: Action, context: ActionContext): Enabled {
  return action.enabled?.(context) ?? true;
}
