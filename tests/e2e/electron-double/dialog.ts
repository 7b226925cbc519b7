/** Answers that the test gave, and dialogs that wait for one: either may come first. */
const answers: (readonly string[])[] = []
const open: ((paths: readonly string[]) => void)[] = []

/** Answers the dialog that is open, or the next one, as a person would; no path is a cancellation. */
export function answerDialog(paths: readonly string[]): void {
  const settle = open.shift()
  if (settle) settle(paths)
  else answers.push(paths)
}

function asked(): Promise<readonly string[]> {
  const given = answers.shift()
  return given ? Promise.resolve(given) : new Promise((settle) => open.push(settle))
}

export const dialog = {
  async showOpenDialog(): Promise<object> {
    const filePaths = await asked()
    return { canceled: filePaths.length === 0, filePaths }
  },
  async showSaveDialog(): Promise<object> {
    const [filePath = ""] = await asked()
    return { canceled: filePath === "", filePath }
  },
  /** A message box is answered by a button's words. */
  async showMessageBox(_window: unknown, { buttons }: { buttons: string[] }): Promise<object> {
    const [button = ""] = await asked()
    return { response: buttons.indexOf(button) }
  },
}
