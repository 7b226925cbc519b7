/**
 * A running SHA-256. Taken from Node at first use: importing node:crypto makes its whole module
 * face, web cryptography too, at every start of the program.
 */
export function sha256() {
  return process.getBuiltinModule("node:crypto").createHash("sha256")
}
