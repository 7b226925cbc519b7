import { readFileSync } from "node:fs"
import { readTemplate } from "../../layouts/templates/read.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { done, fault, type Result } from "../result.ts"

/** A page template from a JSON file; the fault names every field that is wrong. */
export function openTemplate(path: string): Result<Template> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, "utf8"))
  } catch {
    return fault(
      `读不到版式文件 ${path}，或它不是 JSON。`,
      `The template file ${path} cannot be read or is not JSON.`,
    )
  }
  const reading = readTemplate(json)
  if (reading.ok) return done(reading.template)
  const zh = reading.faults.map(({ path: field, say }) => `${field}：${say.zh}`)
  const en = reading.faults.map(({ path: field, say }) => `${field}: ${say.en}`)
  return fault(
    `版式文件 ${path} 有误：${zh.join("；")}`,
    `${path} is no usable template: ${en.join("; ")}`,
  )
}
