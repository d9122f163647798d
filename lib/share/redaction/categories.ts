/** What can be hidden before something is shared. All of it is, unless the sender shows it. */
export const CATEGORIES = [
  {
    id: 'names',
    label: 'Application and user names',
    hint: 'names and ids of applications, users, mail addresses',
  },
  { id: 'hosts', label: 'Hosts', hint: 'names and addresses of machines, with their ports' },
  { id: 'paths', label: 'Paths', hint: 'files, folders and addresses of storage' },
  { id: 'settings', label: 'Values of settings', hint: 'what stands after = or : of a setting' },
  {
    id: 'literals',
    label: 'Literals',
    hint: 'texts in quotes, what columns are compared with, messages of errors, comments',
  },
] as const;

export type Category = (typeof CATEGORIES)[number]['id'];
export const CATEGORY_IDS: readonly Category[] = CATEGORIES.map(({ id }) => id);
