import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from '@simpul/testing';

const port = 4620;
const baseURL = `http://localhost:${port}`;
const here = import.meta.dirname;
// The config is read again by each worker; only the first reading starts a server.
const data = (process.env.SIMPUL_E2E_DATA ??= mkdtempSync(path.join(os.tmpdir(), 'simpul-e2e-')));

/** Journeys through the built product, as `npm start` serves it, on a demo of its own. */
export default defineConfig({
  testDir: 'e2e',
  // Every page in both languages takes its time: SIMPUL_E2E_ALL=1 adds them.
  testIgnore: process.env.SIMPUL_E2E_ALL === '1' ? [] : /budgets\.spec\.ts$/,
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  reporter: 'list',
  outputDir: '../../test-results/journeys',
  use: { baseURL, launchOptions: await chromiumLaunchOptions(), viewport: { width: 1280, height: 800 } },
  projects: [
    { name: 'dengan-js', use: { javaScriptEnabled: true } },
    {
      name: 'tanpa-js',
      testMatch: /(journey|overview|partner|token|empty-start)\.spec\.ts/,
      use: { javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: `"${process.execPath}" ${path.join(here, '../api/dist/main.js')}`,
    url: `${baseURL}/readyz`,
    timeout: 120_000,
    reuseExistingServer: false,
    stderr: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      SIMPUL_DATA: data,
      SIMPUL_RATE_FACTOR: '1000',
      SIMPUL_PORTAL_HANDLER: path.join(here, 'build/handler.js'),
      SIMPUL_DOCUMENTS: path.join(here, 'src/lib/graph/generated/persisted-documents.json'),
      // Every journey goes through documents that were checked at build.
      TRUSTED_DOCUMENTS: 'only',
    },
  },
});
