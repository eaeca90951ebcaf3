import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';

export interface ChromiumLaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** For Playwright's `launchOptions`: the one browser every test runs in, wherever it runs. */
export async function chromiumLaunchOptions(): Promise<ChromiumLaunchOptions> {
  const { executablePath, environment } = await findChromium();
  return {
    executablePath,
    // Not the package's own arguments: they switch web security off, and with it the Origin header.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: { ...ownEnvironment(), ...environment },
  };
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ ...(await chromiumLaunchOptions()), headless: true });
}

/** `process.env` without the type's claim that a name may be there and have no value. */
function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
