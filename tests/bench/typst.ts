import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { coldRun, median, medianMs } from "./clock.ts"
import type { Figures } from "./ours.ts"

const PACKAGE = "@myriaddreamin/typst-ts-node-compiler"
const VERSION = "0.7.0"
const FOLDER = resolve("out/peers")

/** The part of Typst's compiler that the bench uses. */
interface Compiler {
  compile(source: { mainFileContent: string }): { readonly result: object | null }
  pdf(document: object): Uint8Array
  evictCache(age: number): void
}

/** Installs Typst's npm compiler beside the project, not into it; its platform packages are incomplete. */
function install(): { readonly NodeCompiler: { create(options: object): Compiler } } {
  mkdirSync(FOLDER, { recursive: true })
  if (!existsSync(join(FOLDER, "node_modules", PACKAGE))) {
    writeFileSync(join(FOLDER, "package.json"), "{}")
    execFileSync("npm", ["install", "--no-save", `${PACKAGE}@${VERSION}`], { cwd: FOLDER })
  }
  return createRequire(join(FOLDER, "package.json"))(PACKAGE)
}

/** The page in Typst's language: same sheet, columns, face and sizes; headlines over one column. */
export function typstSource(text: string, measure: number, columns: number): string {
  const gutter = ((111 - columns * measure) / (columns - 1)) * 9
  const head = `#set page(width: 390mm, height: 550mm, margin: (x: 53.25pt, y: 87.7pt), columns: ${columns})
#set columns(gutter: ${gutter}pt)
#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.4em, spacing: 0.4em)
#show heading: set text(weight: 900)
`
  const escape = (line: string): string => line.replace(/[\\#*_$`<>@~"'[\]/-]/g, "\\$&")
  const body = text
    .split(/\n+/)
    .filter((line) => line.trim() !== "" && !line.startsWith("!["))
    .map((line) => {
      const heading = /^(#+)\s*(.*)$/.exec(line.trim())
      return heading
        ? `${"=".repeat(heading[1]!.length)} ${escape(heading[2]!)}`
        : escape(line.trim())
    })
  return `${head}\n${body.join("\n\n")}\n`
}

function fontPaths(): readonly string[] {
  const file = createRequire(import.meta.url).resolve(
    "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  )
  const folder = dirname(dirname(file))
  return [dirname(file), join(folder, "900Black")]
}

/** Measures Typst on the same text. */
export async function typstFigures(source: string): Promise<Figures> {
  const { NodeCompiler } = install()
  const text = readFileSync(source, "utf8")
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontPaths: fontPaths() }],
  })
  const one = typstSource(text, 17, 6)
  const hundred = typstSource(Array.from({ length: 100 }, () => text).join("\n\n"), 17, 6)
  const compile = (content: string): object => {
    const { result } = compiler.compile({ mainFileContent: content })
    if (!result) throw new Error("Typst refused the bench page")
    return result
  }
  const page = (): number => {
    compile(one)
    return medianMs(15, () => {
      compiler.evictCache(0)
      compile(one)
    })
  }
  const edit = (content: string, times: number): number => {
    compile(content)
    return medianMs(times, (round) => compile(typed(content, round)))
  }
  const documents = Array.from({ length: 11 }, (_, round) => compile(typed(one, round)))
  return {
    page: page(),
    edit: edit(one, 41),
    editIn100: edit(hundred, 7),
    pdf: medianMs(documents.length, (round) => void compiler.pdf(documents[round]!)),
    ...(await cold(one)),
  }
}

/** The source after one more character in the middle of its text, another one each round. */
function typed(content: string, round: number): string {
  const middle = content.indexOf("\n\n", Math.floor(content.length / 2)) + 12
  return `${content.slice(0, middle)}${String.fromCodePoint(0x4e00 + round)}${content.slice(middle)}`
}

async function cold(
  content: string,
  times = 7,
): Promise<Pick<Figures, "cold" | "memory" | "bytes">> {
  writeFileSync(join(FOLDER, "page.typ"), content)
  const script = join(FOLDER, "cold.cjs")
  writeFileSync(
    script,
    `const { NodeCompiler } = require(${JSON.stringify(PACKAGE)})
const fs = require("node:fs")
const compiler = NodeCompiler.create({ workspace: ${JSON.stringify(FOLDER)}, fontArgs: [{ fontPaths: ${JSON.stringify(fontPaths())} }] })
fs.writeFileSync(${JSON.stringify(join(FOLDER, "page.pdf"))}, compiler.pdf({ mainFileContent: fs.readFileSync(${JSON.stringify(join(FOLDER, "page.typ"))}, "utf8") }))
`,
  )
  const runs = []
  for (let run = 0; run < times; run += 1) runs.push(await coldRun(process.execPath, [script]))
  return {
    cold: median(runs.map(({ seconds }) => seconds)),
    memory: median(runs.map(({ mebibytes }) => mebibytes)),
    bytes: statSync(join(FOLDER, "page.pdf")).size,
  }
}

/** Bytes of Typst's PDF of the same text. */
export async function typstBytes(source: string): Promise<number> {
  install()
  return (await cold(typstSource(readFileSync(source, "utf8"), 17, 6), 1)).bytes
}

/** Sets a text at a measure with Typst and returns the PDF's path. */
export function typstPdf(text: string, measure: number): string {
  const { NodeCompiler } = install()
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontPaths: fontPaths() }],
  })
  const columns = Math.floor(112 / (measure + 1))
  const path = join(FOLDER, `measure-${measure}.pdf`)
  const { result } = compiler.compile({ mainFileContent: typstSource(text, measure, columns) })
  if (!result) throw new Error("Typst refused the page")
  writeFileSync(path, compiler.pdf(result))
  return path
}
