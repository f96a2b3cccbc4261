/** `npm run kernel`: src/encoder/multiply.wat → its bytes in src/encoder/multiply.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import loadWabt from 'wabt';

const at = (file) => new URL(`../src/encoder/${file}`, import.meta.url);
const wabt = await loadWabt();
const { buffer } = wabt.parseWat('multiply.wat', readFileSync(at('multiply.wat'), 'utf8'), { simd: true }).toBinary({});
const coded = Buffer.from(buffer).toString('base64');
writeFileSync(
  at('multiply.ts'),
  `/** The bytes of multiply.wat, written by \`npm run kernel\`; edit that file, not this one. */
export const MULTIPLY =
  '${coded}';
`,
);
