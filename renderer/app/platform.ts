/** Whether this is a Mac: its keys are written with signs and its menus stand in the system's bar. */
export const IS_MAC = /^Mac/.test(navigator.platform)
