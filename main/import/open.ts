import { readFile, stat } from "node:fs/promises"
import { basename, dirname, resolve } from "node:path"
import type { Say } from "../../layouts/finding.ts"
import type { Article, Decision } from "../../layouts/issue/article.ts"
import { done, fault } from "../result.ts"
import type { Result } from "../result.ts"
import { MAX_BYTES } from "./decode.ts"
import { importText } from "./import.ts"
import { withNeighbours } from "./neighbours.ts"
import { withMarks } from "./pieces/marked.ts"
import { sourceOf } from "./source.ts"
import type { Imported, ImportOptions } from "./import.ts"

/** One file of an import: how it was read, and which articles were found in it. */
export interface ImportedFile {
  readonly name: string
  readonly encoding: string
  readonly encodingWhy: string
  /** Ids, in the file's order. */
  readonly articles: readonly string[]
}

/** Several files' articles, and which file each came from. */
export interface ImportedFiles extends Imported {
  readonly files: readonly ImportedFile[]
}

/** How several files are imported. */
export interface FilesOptions extends Pick<ImportOptions, "choices"> {
  /** Folder that pictures inside documents are laid into. */
  readonly tray: string
  /** A file that cannot be had is told in the notices, as long as another can. */
  readonly lenient?: boolean
}

/**
 * The articles of one or more files (txt, md, docx, html) as one issue, in the files' order, ids
 * unique over all. Decision ids of the second file and on are led by the file's place
 * (`2/break:31`). Pictures come out as absolute paths, seen from the file that named them; photos
 * that name none take the pictures that lie beside the file under its name.
 */
export async function importFiles(
  paths: readonly string[],
  options: FilesOptions,
): Promise<Result<ImportedFiles>> {
  const all: ReadFile[] = []
  let refused: Extract<Result<never>, { ok: false }> | null = null
  const notices: Say[] = []
  for (const [at, path] of paths.entries()) {
    const imported = await importFile(path, at, options)
    if (imported.ok) all.push({ path, imported: imported.value })
    else if (options.lenient !== true) return imported
    else {
      refused ??= imported
      notices.push(imported.say)
    }
  }
  if (all.length === 0) return refused ?? fault("没有给出文件。", "No file was given.")
  return done(joined(all, notices))
}

/** A file that could be had. */
interface ReadFile {
  readonly path: string
  readonly imported: Imported
}

/** One file of several, at its place among them. */
async function importFile(
  path: string,
  at: number,
  { choices = {}, tray }: FilesOptions,
): Promise<Result<Imported>> {
  const read = await readCopy(path)
  if (!read.ok) return read
  const source = await sourceOf(read.value, path, tray)
  if (!source.ok) return named(path, source.say)
  const { text, format, marks = [], ...told } = source.value
  const own = at === 0 ? choices : choicesOf(choices, at)
  const imported = importText(text, { choices: own, format })
  if (!imported.ok) return named(path, imported.say)
  const notices = told.notices.map((notice) => named(path, notice).say)
  const articles = withMarks(imported.value.articles, marks)
  const found = placed({ ...imported.value, articles, ...told, notices }, path, at)
  return done({ ...found, articles: await withNeighbours(found.articles, path) })
}

/** The bytes of a file, or one sentence on why they cannot be had. */
async function readCopy(path: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) {
      return fault(`${path} 是文件夹，不是文字稿。`, `${path} is a folder, not a text file.`)
    }
    if (found.size > MAX_BYTES) {
      const size = Math.ceil(found.size / 1024 / 1024)
      return fault(
        `${path}：文件有 ${size} MB，超过 50 MB 的上限。`,
        `${path}: the file has ${size} MB; the limit is 50 MB.`,
      )
    }
    return done(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : ""
    if (code === "") throw error
    return unreadable(path, code)
  }
}

/** What the file system's refusal means. */
function unreadable(path: string, code: string): Result<never> {
  if (code === "ENOENT" || code === "ENOTDIR") {
    return fault(`找不到文件 ${path}。`, `The file ${path} does not exist.`)
  }
  if (code === "EACCES" || code === "EPERM") {
    return fault(`没有权限读取 ${path}。`, `There is no permission to read ${path}.`)
  }
  return fault(`无法读取 ${path}（${code}）。`, `${path} cannot be read (${code}).`)
}

/** A fault of the file's content, led by its name. */
function named(path: string, say: Say): { readonly ok: false; readonly say: Say } {
  return { ok: false, say: { zh: `${path}：${say.zh}`, en: `${path}: ${say.en}` } }
}

/** The choices meant for the file at a place, their ids as that file has them. */
function choicesOf(choices: Readonly<Record<string, string>>, at: number): Record<string, string> {
  const lead = `${at + 1}/`
  const own = Object.entries(choices).filter(([id]) => id.startsWith(lead))
  return Object.fromEntries(own.map(([id, choice]) => [id.slice(lead.length), choice]))
}

/** One file's articles with ids and pictures that hold among several files. */
function placed(imported: Imported, path: string, at: number): Imported {
  const rename = (decision: Decision): Decision =>
    at === 0 ? decision : { ...decision, id: `${at + 1}/${decision.id}` }
  const folder = dirname(resolve(path))
  const articles = imported.articles.map((article): Article => ({
    ...article,
    pictures: article.pictures.map((picture) => ({ ...picture, id: located(picture.id, folder) })),
    decisions: article.decisions.map(rename),
    ...(article.manuscript ? { manuscript: { ...article.manuscript, name: basename(path) } } : {}),
  }))
  return { ...imported, articles, decisions: imported.decisions.map(rename) }
}

/** A picture's absolute path; a web address stays as it is. */
function located(id: string, folder: string): string {
  if (/^[a-z][a-z\d+.-]+:/i.test(id)) return id
  return resolve(folder, decodedPath(id))
}

/** A path as the disk has it: Markdown may write a space as %20. */
function decodedPath(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch (error) {
    if (error instanceof URIError) return id
    throw error
  }
}

/** Several files' imports as one, articles numbered through; `notices` tells of files left out. */
function joined(read: readonly ReadFile[], notices: readonly Say[]): ImportedFiles {
  const all = read.map(({ imported }) => imported)
  let count = 0
  const renumbered = all.map(({ articles }) =>
    articles.map((article): Article => ({ ...article, id: `a${(count += 1)}` })),
  )
  return {
    encoding: [...new Set(all.map(({ encoding }) => encoding))].join(", "),
    encodingWhy: [...new Set(all.map(({ encodingWhy }) => encodingWhy))].join("；"),
    articles: renumbered.flat(),
    decisions: all.flatMap(({ decisions }) => decisions),
    notices: [...notices, ...all.flatMap((one) => one.notices)],
    files: read.map(({ path, imported: { encoding, encodingWhy } }, at) => ({
      name: basename(path),
      encoding,
      encodingWhy,
      articles: renumbered[at]!.map(({ id }) => id),
    })),
  }
}
