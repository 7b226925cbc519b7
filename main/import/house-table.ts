import { readFileSync } from "node:fs"
import { readHouseTable, type ReadTable } from "../../layouts/proof/checks/house-tables.ts"
import { fault, done, type Result } from "../result.ts"
import { decodeText } from "./decode.ts"

/** A file of the paper's own words (本报用语表), CSV or JSON in any encoding that copy comes in. */
export function readTableFile(path: string): Result<ReadTable> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return fault(`读不了用语表 ${path}。`, `The table ${path} cannot be read.`)
  }
  const decoded = decodeText(bytes)
  if (decoded.ok) return done(readHouseTable(decoded.value.text))
  return fault(`${path}：${decoded.say.zh}`, `${path}: ${decoded.say.en}`)
}
