import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Chromium {
  executablePath: string;
  /** What it needs to find its own libraries and fonts. */
  environment: Record<string, string>;
}

const FONT_LIST = 'simpul-fonts.conf';

/**
 * `CHROMIUM_PATH`, or the browser that npm installed. Never one that happens to stand on the machine: everybody
 * must see the same pages.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH;
  if (!named) return bundledChromium();
  if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names a file that does not exist: ${named}`);
  return { executablePath: named, environment: {} };
}

async function bundledChromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The bundled Chromium runs on Linux x64 only. Set CHROMIUM_PATH to a Chromium of this machine.',
    );
  }
  const folder = await unpackOnce();
  return {
    executablePath: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, path.join(folder, 'al2023', 'lib')]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, FONT_LIST),
    },
  };
}

/** Test workers come here together; each unpacks for itself, the first one's folder is kept. */
async function unpackOnce(): Promise<string> {
  const packageFolder = findPackage();
  const folder = path.join(
    tmpdir(),
    `simpul-chromium-${versionOf(packageFolder)}-${process.getuid?.() ?? 0}`,
  );
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}-`);
  try {
    await unpackInto(draft, packageFolder);
    writeFileSync(path.join(draft, FONT_LIST), fontList(folder));
    moveUnlessThere(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function findPackage(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return path.resolve(path.dirname(main), '..');
}

function versionOf(packageFolder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

async function unpackInto(folder: string, packageFolder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder; // the package knows no other way to say where
  try {
    await chromium.executablePath();
    await inflate(path.join(packageFolder, 'bin', 'al2023.tar.br')); // NSS libraries, which a bare Debian lacks
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own list names folders of another system. With this one, text looks the same on every machine. */
function fontList(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

function moveUnlessThere(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
