#!/usr/bin/env node
// Starts the built program; builds it first where the build is missing or older than the source.
// Every Node since 14 can read this file: an older one hands over to the Node that came with us.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import * as nodeModule from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const built = join(root, "dist/banxin.js")

/** Oldest Node that runs the built program, as major and minor. */
const OLDEST = [22, 13]

const [major, minor] = process.versions.node.split(".").map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) handOver()

/** Runs the same command with the Node in node_modules and ends as it ends; says so where there is none. */
function handOver() {
  const own = [".bin/node", "node/bin/node", "node/bin/node.exe"]
    .map((path) => join(root, "node_modules", path))
    .find((path) => existsSync(path))
  // A Node that is old itself must not hand over to itself for ever.
  if (own !== undefined && process.env.BANXIN_HANDED_OVER !== "1") {
    const run = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: "inherit",
      env: { ...process.env, BANXIN_HANDED_OVER: "1" },
    })
    if (run.error === undefined) {
      if (run.signal !== null) process.kill(process.pid, run.signal)
      process.exit(run.status === null ? 1 : run.status)
    }
  }
  console.error(
    `需要 Node 24，当前是 ${process.versions.node}。Banxin needs Node 24; this is ${process.versions.node}.`,
  )
  process.exit(2)
}

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
nodeModule.enableCompileCache?.(join(root, "dist/compiled"))
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
