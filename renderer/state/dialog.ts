import { createStore } from "zustand/vanilla"

/** The dialog that is open, by its name in `dialogs/dialogs.tsx`; null for none. One at a time. */
export const dialog = createStore<{ readonly open: string | null }>(() => ({ open: null }))

export function openDialog(name: string): void {
  dialog.setState({ open: name })
}

export function closeDialog(): void {
  dialog.setState({ open: null })
}
