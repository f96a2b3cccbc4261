/** Bundles the sandbox's page: one script, one style sheet, and the files beside them. `node scripts/build-page.mjs` fills dist/page. */
import { cp, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCE = fileURLToPath(new URL('../src/sandbox/page/', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../dist/page/', import.meta.url));

/** Builds the page into a folder. */
export async function buildPage(folder) {
  await mkdir(folder, { recursive: true });
  await cp(`${SOURCE}assets`, folder, { recursive: true });
  await build({
    entryPoints: [
      { in: `${SOURCE}client/main.ts`, out: 'app' },
      { in: `${SOURCE}client/styles/app.css`, out: 'app' },
    ],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage(SHIPPED);
