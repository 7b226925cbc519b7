import { vi } from "vitest"
import type { Exit } from "../../main/cli/answer.ts"

/** What a run of a command prints, and its exit code; what it says of its progress is not heard. */
export async function ran(
  command: (args: readonly string[]) => Promise<Exit>,
  args: readonly string[],
): Promise<readonly [exit: Exit, text: string]> {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  const silent = vi.spyOn(process.stderr, "write").mockReturnValue(true)
  try {
    return [await command(args), written.join("")]
  } finally {
    spy.mockRestore()
    silent.mockRestore()
  }
}
