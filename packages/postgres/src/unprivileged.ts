import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** How to run a program so that PostgreSQL, which refuses to run as root, is content. */
export interface Launcher {
  /** Goes before the program: `unshare … postgres …`. */
  prefix: string[];
  /** The account to change to, where a user namespace is not to be had. */
  account?: Account;
}

export interface Account {
  uid: number;
  gid: number;
}

/** "nobody": owns nothing on any system. */
const NOBODY = 65534;

const ENTER_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

// Linux sends the signal when the parent dies, even from SIGKILL: a database must not outlive its owner.
const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];

export function chooseLauncher(): Launcher {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { prefix: [] };
  // Inside the namespace we look like nobody, outside the files still belong to us: nothing has to change owner.
  if (works(ENTER_NAMESPACE)) return { prefix: ENTER_NAMESPACE };
  return isRoot ? { prefix: [], account: { uid: NOBODY, gid: NOBODY } } : { prefix: [] };
}

/** The same launcher for a program that must die with this process. */
export function dyingWithParent(launcher: Launcher): Launcher {
  if (!works(DIE_WITH_PARENT)) return launcher;
  // The order matters: entering a namespace forgets the death signal.
  return { ...launcher, prefix: [...launcher.prefix, ...DIE_WITH_PARENT] };
}

/** Command and arguments as `spawn` wants them. */
export function commandLine(launcher: Launcher, program: string, args: string[]): [string, string[]] {
  const [command = program, ...rest] = [...launcher.prefix, program, ...args];
  return [command, rest];
}

/** initdb asks for the name of its account; in a container there may be only a number. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function works([command = '', ...args]: string[]): boolean {
  return spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}
