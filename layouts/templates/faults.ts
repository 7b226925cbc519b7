import type { core } from "zod"
import type { Say } from "../finding.ts"

/** One fault of a file: the field it is in, such as `slots[2].region.lines`, and why. */
export interface TemplateFault {
  readonly path: string
  readonly say: Say
}

/** Names of the kinds of value a field may want. */
const KINDS: Readonly<Record<string, Say>> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  object: { zh: "一组字段", en: "a group of fields" },
  array: { zh: "列表", en: "a list" },
}

const TEMPLATE: Say = { zh: "版式文件", en: "The template" }

/** A fault at a field, in both languages; the field's name leads the sentence, or that of the whole. */
export function faultAt(path: string, zh: string, en: string, whole = TEMPLATE): TemplateFault {
  const field = path === "" ? whole : { zh: path, en: path }
  return { path, say: { zh: `${field.zh}：${zh}`, en: `${field.en}: ${en}` } }
}

/** The field that a path names, as one writes it: `slots[2].region.lines`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, key) => {
    if (typeof key === "number") return `${field}[${key}]`
    return field === "" ? String(key) : `${field}.${String(key)}`
  }, "")
}

/** The faults of form that the schema found, one for each field, in sentences a person can act on. */
export function faultsOfForm(
  issues: readonly core.$ZodIssue[],
  whole: Say = TEMPLATE,
): readonly TemplateFault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, whole))
}

/** One issue of the schema as faults; an unknown field is named itself, not the group it stands in. */
function faultsOfIssue(issue: core.$ZodIssue, whole: Say): readonly TemplateFault[] {
  const path = fieldName(issue.path)
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      faultAt(
        fieldName([...issue.path, key]),
        "没有这个字段，请删去或改正拼写。",
        "is no known field; remove it or mend its spelling.",
      ),
    )
  const say = sentenceOf(issue)
  return [faultAt(path, say.zh, say.en, whole)]
}

/** What is wrong, without the field's name. */
function sentenceOf(issue: core.$ZodIssue): Say {
  switch (issue.code) {
    case "invalid_type": {
      if (issue.input === undefined) return { zh: "缺少这个字段。", en: "is missing." }
      const kind = KINDS[issue.expected] ?? { zh: issue.expected, en: issue.expected }
      return { zh: `应为${kind.zh}。`, en: `must be ${kind.en}.` }
    }
    case "too_small":
      return tooSmall(issue)
    case "too_big":
      return tooBig(issue)
    case "invalid_value": {
      const values = issue.values.map(String).join("、")
      return { zh: `只能是：${values}。`, en: `must be one of: ${values.replaceAll("、", ", ")}.` }
    }
    case "invalid_union":
      return { zh: "应为 text、rule 或 box。", en: "must be text, rule or box." }
    case "invalid_format":
      return {
        zh: "只能用小写字母、数字和连字符。",
        en: "may hold lower-case letters, digits and hyphens only.",
      }
    default:
      return { zh: "值不合要求。", en: "has a value that does not fit." }
  }
}

/** A value or list below its least size. */
function tooSmall(issue: core.$ZodIssueTooSmall): Say {
  const least = String(issue.minimum)
  if (issue.origin === "string") return { zh: "不能为空。", en: "must not be empty." }
  if (issue.origin === "array")
    return { zh: `至少要有 ${least} 项。`, en: `must have at least ${least} entry.` }
  return issue.inclusive === false
    ? { zh: `必须大于 ${least}。`, en: `must be more than ${least}.` }
    : { zh: `不能小于 ${least}。`, en: `must not be less than ${least}.` }
}

/** A value or list above its greatest size. */
function tooBig(issue: core.$ZodIssueTooBig): Say {
  const most = String(issue.maximum)
  if (issue.origin === "array")
    return { zh: `最多 ${most} 项。`, en: `must have at most ${most} entries.` }
  return { zh: `不能大于 ${most}。`, en: `must not be more than ${most}.` }
}
