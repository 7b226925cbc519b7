// Runs everything that this machine can run, in order, and closes with one line of counts.
// Under CI a missing tool fails; elsewhere what needs it is left out, and why is printed.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { delimiter, join } from "node:path"

const CI = process.env.CI === "true"
const READERS = ["qpdf", "mutool", "pdftotext", "pdffonts", "pdftoppm", "gs"]
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"]

const found = (name) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)))

function run(name, args, env = {}) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync("npx", ["--no-install", ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  })
  if (status !== 0) fail(name)
}

function fail(name) {
  console.error(`\n${name} failed`)
  console.log(`${counts.passed} passed, ${counts.failed + 1} failed`)
  process.exit(1)
}

const counts = { passed: 0, failed: 0 }
mkdirSync("out", { recursive: true })

run("build", ["node", "main/setup/build.mjs"])
run("format", ["prettier", "--check", "."])
run("lint", ["eslint", ".", "--max-warnings", "0"])
run("types", ["node", "tests/house/check-types.mjs"])
run("rooms", ["node", "tests/house/check-rooms.mjs"])

const missing = READERS.filter((name) => !found(name))
const projects = ["--project", "unit"]
if (missing.length === 0 || CI) projects.push("--project", "readers")
else console.log(`\nreaders left out: ${missing.join(", ")} not installed`)
rmSync("out/vitest.json", { force: true })
run("vitest", [
  "vitest",
  "run",
  ...projects,
  "--reporter=default",
  "--reporter=json",
  "--outputFile.json=out/vitest.json",
])
counts.passed += JSON.parse(readFileSync("out/vitest.json", "utf8")).numPassedTests

if (BROWSERS.some(found) || CI) {
  run("playwright", ["playwright", "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: "out/playwright.json",
  })
  const { expected, flaky } = JSON.parse(readFileSync("out/playwright.json", "utf8")).stats
  counts.passed += expected + flaky
  if (flaky > 0) console.log(`\n${flaky} specs passed at their second run only`)
} else console.log("\ndesk specs left out: no Chromium, Chrome or Edge found")

console.log(`${counts.passed} passed, ${counts.failed} failed`)
