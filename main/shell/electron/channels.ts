/** The two channels between preload and main process. */
export const CALL = "banxin:call"
export const EVENT = "banxin:event"
