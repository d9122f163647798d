import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './children.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
];

/** What brings Chromium on a system that has the program `needs`. */
const INSTALLERS = [
  {
    needs: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  },
  { needs: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { needs: 'apk', commands: [['apk', 'add', 'chromium']] },
  { needs: 'brew', commands: [['brew', 'install', '--cask', 'chromium']], asUser: true },
];

/**
 * The browser of this machine for end-to-end tests: CHROMIUM_PATH, or the first one found.
 * @param {{ readonly CHROMIUM_PATH?: string | undefined, readonly PATH?: string | undefined }} env
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  return NAMES.map((name) => findProgram(name, env)).find(Boolean) ?? PLACES.find(isExecutable);
}

/** Finds Chromium, or has the system's package manager bring it. Throws with what a person can do. */
export async function bringChromium(say = console.log) {
  const found = findChromium();
  if (found) return found;
  const installer = INSTALLERS.find(({ needs }) => findProgram(needs));
  const rights = installer && (installer.asUser || process.getuid?.() === 0 ? [] : ['sudo', '-n']);
  if (installer && (rights.length === 0 || findProgram('sudo'))) {
    say(`No Chromium found; asking ${installer.needs} for it …`);
    for (const command of installer.commands) {
      const [file, ...args] = [...rights, ...command];
      const { status, output } = await runCommand(file, args, {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (status !== 0) throw new Error(`${output}\n${command.join(' ')} failed.\n${ADVICE}`);
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(`The end-to-end tests need Chromium and found none.\n${ADVICE}`);
}

const ADVICE = 'Install Chromium or Chrome, or set CHROMIUM_PATH to its program, and run `npm test` again.';

function findProgram(name, env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
