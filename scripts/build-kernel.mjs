/** `npm run kernel`: src/encoder/kernel.wat → its bytes in src/encoder/program.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import loadWabt from 'wabt';

const at = (file) => new URL(`../src/encoder/${file}`, import.meta.url);
const wabt = await loadWabt();
const { buffer } = wabt.parseWat('kernel.wat', readFileSync(at('kernel.wat'), 'utf8'), { simd: true }).toBinary({});
const coded = Buffer.from(buffer).toString('base64');
writeFileSync(
  at('program.ts'),
  `/** The bytes of kernel.wat, written by \`npm run kernel\`; edit that file, not this one. */
export const PROGRAM =
  '${coded}';
`,
);
