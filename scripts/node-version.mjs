/** The oldest Node that can install the project. What it then runs on is the Node inside node_modules. */
const NEEDED = 20;

/** This file and what imports it first must parse on old versions of Node, or the message never shows. */
export function requireNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= NEEDED) return;
  console.error(
    `Shufflescope needs Node ${NEEDED} or newer; this is Node ${version}.\nGet a current one from https://nodejs.org.`,
  );
  process.exit(1);
}
