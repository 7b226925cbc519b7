/** The signs of a description, drawn: few systems have type for them. */
const OPERATORS: readonly (readonly [sign: string, lines: string])[] = [
  ["⿰", "M8 3V13"],
  ["⿱", "M3 8H13"],
  ["⿲", "M6.3 3V13M9.7 3V13"],
  ["⿳", "M3 6.3H13M3 9.7H13"],
  ["⿴", "M6 6H10V10H6Z"],
  ["⿵", "M6 13V7H10V13"],
  ["⿶", "M6 3V9H10V3"],
  ["⿷", "M13 6H7V10H13"],
  ["⿸", "M13 7H7V13"],
  ["⿹", "M3 7H9V13"],
  ["⿺", "M7 3V9H13"],
]

/** Signs of a description that no keyboard has. */
export function GlyphOperators({ onPick }: { readonly onPick: (sign: string) => void }) {
  return (
    <div className="glyph-operators">
      {OPERATORS.map(([sign, lines]) => (
        <button key={sign} type="button" aria-label={sign} onClick={() => onPick(sign)}>
          <svg viewBox="0 0 16 16">
            <path d="M3 3H13V13H3Z" />
            <path d={lines} />
          </svg>
        </button>
      ))}
    </div>
  )
}
