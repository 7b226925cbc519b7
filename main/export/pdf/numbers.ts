/** Decimals of a position or length in pt: 0.0005 pt is a sixth of a micrometre. */
const LENGTH_PLACES = 1000

/** Decimals of the turning part of a matrix: an error there grows with the distance from the origin. */
const FACTOR_PLACES = 10_000_000

/** The nearest length that is written: whole thousandths of a pt. */
export function thousandth(value: number): number {
  return round(value, LENGTH_PLACES)
}

/** A length or a count as PDF writes it: at most three decimals, no exponent. */
export function length(value: number): string {
  return plain(round(value, LENGTH_PLACES))
}

/** A factor of a matrix, at most seven decimals. */
export function factor(value: number): string {
  const rounded = round(value, FACTOR_PLACES)
  // JavaScript writes numbers below a millionth with an exponent, which PDF does not know.
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(7).replace(/\.?0+$/, "") : plain(rounded)
}

/** Several lengths with spaces between. */
export function lengths(...values: readonly number[]): string {
  return values.map(length).join(" ")
}

function round(value: number, places: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`the display list holds a length of ${value}`)
  return Math.round(value * places) / places
}

/** The shortest decimal of a rounded number; a negative zero loses its sign. */
function plain(value: number): string {
  return value === 0 ? "0" : String(value)
}
