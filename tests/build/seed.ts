import fc from "fast-check"

/**
 * Property tests draw the same examples on every run, so that a red run means a change of ours;
 * BANXIN_SEED=$RANDOM npm run unit draws others, to look for what nobody thought of.
 */
fc.configureGlobal({ seed: Number(process.env["BANXIN_SEED"] ?? 20_261_123) })
