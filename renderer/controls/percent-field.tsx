import { NumberField, type NumberFieldProps } from "./number-field.tsx"

/** A field for a factor that is written in percent; its bounds are factors too. */
export function PercentField({ value, least, most, onKeep, ...rest }: NumberFieldProps) {
  return (
    <NumberField
      step={0.5}
      {...rest}
      value={value === null ? null : percentOf(value)}
      least={percentOf(least)}
      most={percentOf(most)}
      suffix="%"
      onKeep={(percent) => onKeep(percent / 100)}
    />
  )
}

/** Hundredths, without the dust of binary fractions. */
function percentOf(factor: number): number {
  return Math.round(factor * 10_000) / 100
}
