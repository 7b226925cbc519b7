#!/usr/bin/env node
// Starts the built program; builds it first where the build is missing or older than the source.
import { existsSync, readdirSync, statSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const built = join(root, "dist/banxin.js")

const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? newest(join(folder, entry.name))
        : /\.(ts|json)$/.test(entry.name)
          ? statSync(join(folder, entry.name)).mtimeMs
          : 0,
    ),
  )
const stale = () =>
  !existsSync(built) ||
  ["main", "layouts", "fonts"].some((room) => newest(join(root, room)) > statSync(built).mtimeMs)

if (stale()) {
  const { build } = await import("../setup/build.mjs")
  await build()
}
enableCompileCache(join(root, "dist/compiled"))
const { banxin } = await import(pathToFileURL(built).href)
process.exitCode = await banxin(process.argv.slice(2))
