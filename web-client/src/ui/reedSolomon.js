/** Reed-Solomon correction over GF(256) with the polynomial 0x11d, as QR codes have it (ISO/IEC 18004, clause 7.5). */

/** @type {number[]} powers of 2, twice over, so that a sum of two exponents needs no modulo */
const POWERS = [];
/** @type {number[]} */
const EXPONENTS = [];

for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  POWERS[exponent] = value;
  POWERS[exponent + 255] = value;
  EXPONENTS[value] = exponent;
  value = (value << 1) ^ (value >= 128 ? 0x11d : 0);
}

/** @param {number} a @param {number} b */
function times(a, b) {
  return a === 0 || b === 0 ? 0 : (POWERS[(EXPONENTS[a] ?? 0) + (EXPONENTS[b] ?? 0)] ?? 0);
}

/** @param {number} degree @returns {number[]} coefficients below the leading one, the highest first */
function generator(degree) {
  let product = [1];
  for (let root = 0; root < degree; root += 1) {
    const factor = POWERS[root] ?? 0;
    product = [...product, 0].map((value, at) => value ^ times(product[at - 1] ?? 0, factor));
  }
  return product.slice(1);
}

/** @param {readonly number[]} data bytes @param {number} count @returns {number[]} as many bytes of correction */
export function correctionOf(data, count) {
  const divisor = generator(count);
  return data.reduce((rest, byte) => {
    const [first = 0, ...others] = rest;
    const factor = byte ^ first;
    return divisor.map((value, at) => (others[at] ?? 0) ^ times(value, factor));
  }, /** @type {number[]} */ (Array(count).fill(0)));
}
