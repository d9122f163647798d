import { exists } from '#lib/base/assert.ts';
import { problemGroups } from './problem-groups.ts';
import { type ProblemPage, problemPage } from './problem-page.ts';
import type { ReferenceGroup } from './reference-frame.tsx';

export interface PageGroup {
  readonly title: string;
  readonly pages: readonly ProblemPage[];
}

export function pageGroups(): readonly PageGroup[] {
  return problemGroups.map(({ title, problems }) => ({
    title,
    pages: problems.map((id) => exists(problemPage(id), `a page of ${id}`)),
  }));
}

/** Links to all problems, by group. */
export function problemLinks(): readonly ReferenceGroup[] {
  return pageGroups().map(({ title, pages }) => ({
    title,
    links: pages.map((page) => ({ label: page.title, href: `/reference/${page.id}` })),
  }));
}
