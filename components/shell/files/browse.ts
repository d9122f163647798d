export type BrowseKind = 'file' | 'folder';

const inputs: Partial<Record<BrowseKind, HTMLInputElement>> = {};

/** The page holds one hidden input of each kind; every Browse button and shortcut opens it. */
export function offerInput(kind: BrowseKind, input: HTMLInputElement | null): void {
  if (input) inputs[kind] = input;
  else delete inputs[kind];
}

export function browse(kind: BrowseKind): void {
  inputs[kind]?.click();
}
