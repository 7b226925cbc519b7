import { z } from "zod"
import { BLANK_IMPRINT, type Imprint } from "../../layouts/issue/imprint.ts"

/** Characters that a field may have; an address or a printer's name stays far below. */
export const LONGEST = 120

/** One line of text; what a paper does not give stays blank. */
export const imprintWords = z
  .string()
  .max(LONGEST)
  .regex(/^[^\p{Cc}{}]*$/u)
  .default("")

/** The form of a paper's imprint (出版信息): known fields of text, no others. */
export const imprintForm: z.ZodType<Imprint> = z.strictObject(
  Object.fromEntries(Object.keys(BLANK_IMPRINT).map((name) => [name, imprintWords])) as Record<
    keyof Imprint,
    typeof imprintWords
  >,
)
