import { readFileSync } from "node:fs"
import type { z } from "zod"
import type { Imprint } from "../../layouts/issue/imprint.ts"
import { fieldName } from "../../layouts/templates/faults.ts"
import { imprintForm, LONGEST } from "../files/imprint-form.ts"
import { done, fault, type Result } from "../result.ts"

/** A paper's imprint from a JSON file; the fault names every field that is wrong. */
export function openImprint(path: string): Result<Imprint> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""))
  } catch {
    return fault(
      `读不到出版信息文件 ${path}，或它不是 JSON。`,
      `The imprint file ${path} cannot be read or is not JSON.`,
    )
  }
  const reading = imprintForm.safeParse(json)
  if (reading.success) return done(reading.data)
  const faults = reading.error.issues.flatMap(sentencesOf)
  return fault(
    `出版信息文件 ${path} 有误：${faults.map(({ zh }) => zh).join("；")}。`,
    `${path} is no usable imprint: ${faults.map(({ en }) => en).join("; ")}.`,
  )
}

/** What is wrong with a field, its name first; a field that there is not is named itself. */
function sentencesOf(
  issue: z.core.$ZodIssue,
): readonly { readonly zh: string; readonly en: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ zh: `没有 ${key} 这个字段`, en: `there is no field ${key}` }))
  const field = fieldName(issue.path)
  if (field === "") return [{ zh: "应为一组字段", en: "it must be a group of fields" }]
  if (issue.code === "too_big")
    return [
      { zh: `${field} 超过 ${LONGEST} 字`, en: `${field} has more than ${LONGEST} characters` },
    ]
  if (issue.code === "invalid_format")
    return [
      { zh: `${field} 不能换行，也不能有花括号`, en: `${field} must be one line without braces` },
    ]
  return [{ zh: `${field} 应为文字`, en: `${field} must be text` }]
}
