/** The Gaussian error linear unit (Hendrycks, Gimpel 2016) in steps of 1/512, as a model of bytes needs no finer ones. */
const STEPS = 512;
/** Beyond it a value is itself, or nothing. */
const ENDS = 6;
const GELU = Float32Array.from({ length: 2 * ENDS * STEPS + 1 }, (_, at) => {
  const x = at / STEPS - ENDS;
  return (x * (1 + erf(x / Math.SQRT2))) / 2;
});

/** The unit at x. */
export function gelu(x: number): number {
  if (x >= ENDS) return x;
  return x <= -ENDS ? 0 : (GELU[((x + ENDS) * STEPS + 0.5) | 0] as number);
}

/** The error function to seven digits (Abramowitz, Stegun: Handbook of Mathematical Functions, 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - y * Math.exp(-x * x));
}
