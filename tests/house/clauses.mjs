// Lists the clauses that the core's doc comments name as their source: clause, function, tests that
// import it; then each rule of the typography reference with the tests that hold it
// (rules-asked.json), and the rules that no function claims.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

const ROOMS = ["layouts/line", "layouts/flow", "layouts/head", "layouts/grid", "layouts/draw"]
const CLAUSE =
  /CLREQ #[\w-]+|GB\/T \d+-\d+ [\d., to]+|UAX #\d+|JLREQ (?:table \d+|appendix, very loose)|(?:typography|domain)[^ ]*(?: reference)? §?\d[\d.]*(?:, [a-z][a-z -]+)?/g
const COMMENTED =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:(?:async )?function|const|interface|type)\s+(\w+)/g

const files = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(ending))
    .sort()

/** The clauses of a source line, ranges of GB/T taken apart: "5.1.1 to 5.1.3" is three clauses. */
function clausesIn(comment) {
  const text = comment.replace(/\s*\n\s*\* ?/g, " ")
  const source = text.slice(text.indexOf("Source:"))
  if (!text.includes("Source:")) return []
  return (source.match(CLAUSE) ?? []).flatMap((found) => {
    const clause = found.trim().replace(/[.,]$/, "")
    if (!clause.startsWith("GB/T")) return [clause]
    const [standard, rest] = [
      clause.match(/^GB\/T [\d-]+/)[0],
      clause.replace(/^GB\/T [\d-]+ /, ""),
    ]
    return rest.split(/, ?/).flatMap((part) => {
      const [from, to = from] = part.split(" to ").map((number) => number.trim().split("."))
      const head = from.slice(0, -1).join(".")
      const numbers = []
      for (let n = Number(from.at(-1)); n <= Number(to.at(-1)); n += 1)
        numbers.push(`${standard} ${head === "" ? "" : `${head}.`}${n}`)
      return numbers
    })
  })
}

const tests = files("tests", ".test.ts").map((file) => ({ file, text: readFileSync(file, "utf8") }))

/** Tests that import a function, else those that import its module. */
function testsOf(name, module) {
  const wanted = [
    new RegExp(`import[^;]*?\\b${name}\\b[^;"]*?from "[^"]*${module}"`),
    new RegExp(`from "[^"]*/${module}"`),
  ]
  for (const pattern of wanted) {
    const found = tests.filter(({ text }) => pattern.test(text))
    if (found.length > 0) return found.map(({ file }) => file)
  }
  return []
}

const kept = new Map()
for (const file of ROOMS.flatMap((room) => files(room, ".ts"))) {
  const text = readFileSync(file, "utf8")
  for (const [, comment, name] of text.matchAll(COMMENTED))
    for (const clause of clausesIn(comment)) {
      const row = { place: `${name} (${file})`, tests: testsOf(name, basename(file)) }
      kept.set(clause, [...(kept.get(clause) ?? []), row])
    }
}

const inOrder = [...kept].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
for (const [clause, rows] of inOrder) {
  console.log(clause)
  for (const { place, tests } of rows)
    console.log(`  ${place}${tests.length > 0 ? ` — ${tests.slice(0, 4).join(", ")}` : ""}`)
}

const asked = JSON.parse(readFileSync("tests/house/rules-asked.json", "utf8"))
const keepers = ({ clauses }) => clauses.flatMap((clause) => kept.get(clause) ?? [])
const open = asked.filter((rule) => keepers(rule).length === 0)
console.log("\nRules of composition (typography reference 1), functions, tests")
for (const rule of asked) {
  const places = new Set(keepers(rule).map(({ place }) => place.replace(/ .*/, "")))
  const missing = rule.tests.filter((test) => !existsSync(test.replace(/ .*/, "")))
  if (missing.length > 0) process.exitCode = 1
  for (const test of missing) console.error(`${rule.rule}: ${test} is not there`)
  if (places.size > 0)
    console.log(`  ${rule.rule}: ${[...places].join(", ")} — ${rule.tests.join(", ")}`)
}
console.log(`\n${asked.length - open.length} of ${asked.length} have a function; not covered:`)
for (const { rule, clauses, why } of open)
  console.log(`  ${rule} (${clauses.join("; ")})${why ? `: ${why}` : ""}`)
