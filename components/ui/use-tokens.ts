import { useMemo, useSyncExternalStore } from 'react';

/** Values of color tokens for canvases, which know no CSS variables; they change with the theme. */
export function useTokens<const Name extends string>(names: readonly Name[]): Readonly<Record<Name, string>> {
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values depend on the theme
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(
      names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
    ) as Record<Name, string>;
  }, [theme, names]);
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  return () => observer.disconnect();
}

function currentTheme(): string {
  return document.documentElement.className;
}
