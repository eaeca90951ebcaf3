import { readConfig } from './config.ts';
import { makeLog } from './platform/http/log.ts';
import { demoAccounts, DEMO_PASSWORD } from './seeds/demo.ts';
import { startSimpul } from './start.ts';

const log = makeLog();
const config = readOrExit();
const simpul = await startSimpul(config, log);

console.log(`Simpul siap · ${config.publicUrl}`);
if (config.seed === 'demo') {
  console.log(`Akun demo (kata sandi: ${DEMO_PASSWORD}):`);
  for (const { email, what } of demoAccounts) console.log(`  ${email.padEnd(28)} ${what}`);
}
for (const { email, link } of simpul.firstLinks) {
  console.log(
    `Administrator ${email} mengatur kata sandinya di (berlaku 7 hari, satu kali pakai):\n  ${link}`,
  );
}

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    // What does not end in ten seconds is cut off; jobs go back into their queue.
    setTimeout(() => process.exit(1), 10_000).unref();
    simpul.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.surprise('stop', error);
        process.exit(1);
      },
    );
  });
}

/** Whoever starts it reads what is wrong with the environment, and no stack. */
function readOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
