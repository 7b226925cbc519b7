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
        : /\.(tsx?|json|css|html)$/.test(entry.name)
          ? statSync(join(folder, entry.name)).mtimeMs
          : 0,
    ),
  )
const stale = (file, rooms) =>
  !existsSync(file) || rooms.some((room) => newest(join(root, room)) > statSync(file).mtimeMs)

if (stale(built, ["main", "layouts", "fonts"])) {
  const { buildProgram } = await import("../setup/build.mjs")
  await buildProgram()
}
if (
  process.argv[2] === "start" &&
  stale(join(root, "dist/desk/index.html"), ["renderer", "layouts", "fonts"])
) {
  const { buildDesk } = await import("../setup/build.mjs")
  await buildDesk()
}
enableCompileCache(join(root, "dist/compiled"))
const { banxin } = await import(pathToFileURL(built).href)
// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on("error", (fault) => {
  if (fault.code !== "EPIPE") throw fault
  process.exit(0)
})
try {
  process.exitCode = await banxin(process.argv.slice(2))
} catch (fault) {
  // Not the user's fault but ours: say so, with what a developer needs, and keep off exits 0 to 2.
  console.error(`程序出错，这是 Banxin 的缺陷。This is a bug in Banxin.\n${fault.stack}`)
  process.exitCode = 70
}
