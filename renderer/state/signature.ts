import type { Signature } from "../../layouts/issue/versions.ts"
import { preferences } from "./preferences.ts"

/** Who is at the desk, and when: what marks, answers and writing are signed with. */
export function signature(): Signature {
  const { name = "", role = "" } = preferences.getState().set?.person ?? {}
  return { author: name || "未署名", role, at: Date.now() }
}
