// The scripts of package.json come to turbo through here: `node scripts/turbo.mjs run build`.
import { turbo } from './run.mjs';

process.exit(turbo(process.argv.slice(2)));
