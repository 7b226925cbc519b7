import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { readTemplate } from "../../layouts/templates/read.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"
import type { KeptTemplates } from "../bridge/contract.ts"
import { done, fault, type Result } from "../result.ts"
import { writeDurably } from "./whole.ts"

/** Templates (版式) that the person keeps: one JSON file each in the program's own folder. */
export function keptTemplates(home: string): KeptTemplates {
  const read = names(home).map((name) => ({ name, reading: readFile(join(folderIn(home), name)) }))
  return {
    templates: read.flatMap(({ reading }) => (reading.ok ? [reading.template] : [])),
    notices: read.flatMap(({ name, reading }) =>
      reading.ok
        ? []
        : [
            {
              zh: `版式文件 ${name} 读不了，没有列出：${reading.faults[0]?.say.zh ?? ""}`,
              en: `The template file ${name} cannot be read and is left out: ${reading.faults[0]?.say.en ?? ""}`,
            },
          ],
    ),
  }
}

/** Keeps a template under its id; one of the same id is replaced, a shipped one never. */
export function keepTemplate(home: string, template: Template): Result<null> {
  if (templateById(template.id))
    return fault(
      `“${template.id}”是自带的版式，请另起一个名字。`,
      `“${template.id}” is a shipped template; give yours another name.`,
    )
  try {
    writeDurably(fileOf(home, template.id), `${JSON.stringify(template, null, 2)}\n`)
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`版式存不下来：${message}。`, `The template cannot be written down: ${message}.`)
  }
}

/** Removes a kept template; pages made from it stay as they are. */
export function removeTemplate(home: string, id: string): Result<null> {
  if (!names(home).includes(`${id}.json`))
    return fault(`没有名为“${id}”的版式。`, `No template “${id}” is kept.`)
  rmSync(fileOf(home, id))
  return done(null)
}

function readFile(path: string): ReturnType<typeof readTemplate> {
  try {
    return readTemplate(JSON.parse(readFileSync(path, "utf8")))
  } catch {
    return readTemplate(null)
  }
}

function names(home: string): readonly string[] {
  try {
    return readdirSync(folderIn(home)).filter((name) => name.endsWith(".json"))
  } catch {
    return []
  }
}

function folderIn(home: string): string {
  return join(home, "templates")
}

function fileOf(home: string, id: string): string {
  return join(folderIn(home), `${id}.json`)
}
