/**
 * Draws tests/samples/ruihe/ruihe-a1.jpg: the harbour of the invented city of Ruihe at dusk.
 * Everything is computed: sky, hills, terraces and water pixel by pixel, the bridge, the cranes
 * and the barge as vector layers that are lit, mirrored and broken up by the ripples.
 * The same code draws the same picture every time; nothing is random but seeded noise.
 * Run: node tests/samples/draw-harbour.mjs [file]
 */
import sharp from "sharp"

const WIDTH = 1500
const HEIGHT = 1000
/** Where the far bank meets the water. */
const WATERLINE = 606
/** Vanishing line of the water surface: above the waterline, because the far bank hides it. */
const HORIZON = 566
const SUN = { x: 640, y: 505 }

// ---- numbers ----

const clamp = (v, low = 0, high = 1) => Math.min(high, Math.max(low, v))
const mix = (a, b, t) => a + (b - a) * t
const blend = (a, b, t) => [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)]
const smooth = (low, high, v) => {
  const t = clamp((v - low) / (high - low))
  return t * t * (3 - 2 * t)
}

/** A steady pseudo-random number 0 to 1 for a lattice point. */
function hash(x, y, seed) {
  let h = Math.imul(x | 0, 374761393) + Math.imul(y | 0, 668265263) + Math.imul(seed, 1274126177)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295
}

/** Value noise 0 to 1, smooth between lattice points. */
function noise(x, y, seed) {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  const u = (x - xi) * (x - xi) * (3 - 2 * (x - xi))
  const v = (y - yi) * (y - yi) * (3 - 2 * (y - yi))
  const top = mix(hash(xi, yi, seed), hash(xi + 1, yi, seed), u)
  const bottom = mix(hash(xi, yi + 1, seed), hash(xi + 1, yi + 1, seed), u)
  return mix(top, bottom, v)
}

/** Noise of several octaves, 0 to 1. */
function cloud(x, y, octaves, seed) {
  let sum = 0
  let weight = 0.5
  let total = 0
  for (let i = 0; i < octaves; i++) {
    sum += noise(x, y, seed + i) * weight
    total += weight
    weight *= 0.52
    x = x * 2.03 + 17.1
    y = y * 2.03 + 9.7
  }
  return sum / total
}

// ---- sky ----

/** Colour of the clear sky: a cool top, a warm band where the sun went down. */
function clearSky(x, y) {
  const h = clamp(y / 560)
  let c = blend([58, 74, 104], [128, 138, 158], smooth(0, 0.62, h))
  c = blend(c, [222, 190, 158], smooth(0.45, 0.98, h))
  const glow = Math.exp(-(((x - SUN.x) / 430) ** 2) - ((y - SUN.y) / 150) ** 2)
  c = blend(c, [255, 214, 150], glow * 0.85)
  const core = Math.exp(-(((x - SUN.x) / 150) ** 2) - ((y - SUN.y) / 60) ** 2)
  return blend(c, [255, 240, 205], core * 0.8)
}

/** Sky with two sheets of cloud, the lower lit from underneath. */
function sky(x, y) {
  let c = clearSky(x, y)
  const near = Math.exp(-(((x - SUN.x) / 520) ** 2)) * smooth(60, 470, y)
  const bend = (cloud(x / 300, y / 120, 3, 71) - 0.5) * 60
  const high = smooth(0.46, 0.76, cloud((x + y * 0.8) / 420, (y + bend) / 62, 6, 5))
  c = blend(c, blend([150, 150, 166], [255, 222, 180], near), high * 0.5 * smooth(560, 300, y))
  const body = cloud(x / 330 + 4, (y + bend * 0.7) / 54, 6, 23)
  const below = cloud(x / 330 + 4, (y + 14 + bend * 0.7) / 54, 6, 23)
  const dense = smooth(0.48, 0.7, body) * smooth(20, 120, y) * smooth(540, 400, y)
  const lit = clamp((body - below) * 5 + 0.35)
  const dark = blend([74, 82, 104], [132, 112, 116], near)
  const bright = blend([168, 164, 174], [255, 206, 148], near)
  return blend(c, blend(dark, bright, lit), dense * 0.82)
}

// ---- hills ----

const ridge = (x, base, height, scale, seed) => base - height * (cloud(x / scale, 3.3, 6, seed) - 0.35) * 1.6

/** Outline of the terraced hills at x: two shoulders and a saddle on the right, a low spur left. */
function terraceOutline(x) {
  const bump = (at, wide, high) => high * Math.exp(-(((x - at) / wide) ** 2))
  const hills = bump(1330, 170, 150) + bump(1130, 120, 104) + bump(960, 130, 74) + bump(1480, 140, 96) + bump(40, 240, 84)
  const crest = (cloud(x / 90, 1.1, 5, 91) - 0.5) * 46 + (noise(x / 5, 2.2, 92) - 0.5) * 5
  return 556 - hills - crest
}

/** Outline of the wooded mountain behind the terraces. */
function woodOutline(x) {
  const bump = (at, wide, high) => high * Math.exp(-(((x - at) / wide) ** 2))
  const crest = (cloud(x / 120, 7.7, 6, 95) - 0.5) * 70 + (noise(x / 4, 5.2, 96) - 0.5) * 5
  return 560 - bump(1420, 260, 250) - bump(1180, 150, 118) - bump(-20, 170, 120) - crest
}

/** Tea terraces: rows of bushes that follow the slope, each with a lit rim and a shaded bank. */
function terrace(x, y, top) {
  const depth = y - top
  const fold = (noise(x / 92, y / 110, 37) - 0.5) * 64 + (noise(x / 33, y / 60, 38) - 0.5) * 15 + (noise(x / 9, y / 12, 39) - 0.5) * 2.2
  const slope = depth * 0.62 + (y - 400) * 0.42 + fold
  const row = slope / mix(6.6, 12.5, clamp(depth / 170))
  const part = row - Math.floor(row)
  const bush = noise(x / 2.2, Math.floor(row) * 7.7, 55) * 0.55 + noise(x / 6, y / 3, 56) * 0.45
  const rim = smooth(0.0, 0.2, part) * smooth(0.62, 0.26, part)
  const bank = smooth(0.58, 0.9, part)
  const aspect = noise(x / 92 + 0.3, y / 110, 37) - noise(x / 92, y / 110, 37) + 0.6 * (noise(x / 33 + 0.3, y / 60, 38) - noise(x / 33, y / 60, 38))
  const facing = clamp(0.46 + aspect * 1.5 + (cloud(x / 60, y / 50, 3, 61) - 0.5) * 0.5)
  let c = blend([52, 60, 58], [116, 112, 92], facing)
  c = blend(c, [196, 178, 138], rim * (0.2 + 0.6 * bush) * (0.25 + 0.75 * facing))
  c = blend(c, [36, 42, 44], bank * 0.55 * (0.5 + 0.5 * bush))
  const crown = smooth(26, 4, depth + (noise(x / 9, 1, 44) - 0.5) * 22)
  const grove = Math.max(crown, smooth(0.56, 0.62, cloud(x / 60 + 9, y / 26, 4, 87)))
  const leaf = noise(x / 3.4, y / 2.6, 12) * 0.6 + noise(x / 9, y / 7, 13) * 0.4
  c = blend(c, blend([34, 42, 44], [92, 94, 80], leaf * (0.3 + 0.7 * facing)), grove * 0.92)
  const haze = 0.26 + 0.2 * smooth(1250, 640, x) + 0.24 * smooth(60, 150, depth) * smooth(1500, 700, x)
  return blend(c, blend([168, 166, 166], [222, 192, 160], smooth(1300, 700, x)), clamp(haze))
}

/** The wooded mountain: crowns of trees, folds, and the haze of evening. */
function wood(x, y, top) {
  const leaf = noise(x / 3, y / 2.4, 15) * 0.5 + cloud(x / 12, y / 9, 3, 16) * 0.5
  const fold = cloud(x / 90 + y / 160, y / 70, 4, 17)
  const c = blend([58, 66, 74], [112, 112, 112], clamp(leaf * 0.6 + (fold - 0.5) * 1.3))
  return blend(c, [184, 176, 172], 0.34 + 0.3 * smooth(0, 190, y - top))
}

/** Everything behind the bridge: sky, two hazy ranges, the terraced hill, mist over the water. */
function backdrop(x, y) {
  let c = sky(x, y)
  const warm = Math.exp(-(((x - SUN.x) / 420) ** 2))
  const far = ridge(x, 508, 92, 260, 41)
  if (y > far - 1) {
    const t = blend(blend([132, 134, 150], [206, 176, 152], warm), [214, 196, 178], smooth(0, 120, y - far) * 0.7)
    c = blend(c, t, clamp(y - far + 1))
  }
  const middle = ridge(x + 400, 536, 84, 170, 47)
  if (y > middle - 1) {
    const wood = (cloud(x / 9, y / 6, 3, 14) - 0.5) * 14
    const t = blend([100 + wood, 104 + wood, 114 + wood], [160, 138, 126], warm)
    c = blend(c, blend(t, [206, 190, 174], smooth(0, 90, y - middle) * 0.6), clamp(y - middle + 1))
  }
  const crest = woodOutline(x)
  if (y > crest - 1) c = blend(c, wood(x, y, crest), clamp(y - crest + 1))
  const top = terraceOutline(x)
  if (y > top - 1) c = blend(c, terrace(x, y, top), clamp(y - top + 1))
  const mist = Math.exp(-(((y - 588) / 22) ** 2)) * (0.35 + 0.5 * cloud(x / 210, y / 16, 4, 66))
  return blend(c, blend([176, 172, 172], [236, 208, 176], warm), mist * 0.8)
}

// ---- vector layers ----

const svg = (body) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${body}</svg>`)

/** A layer of the picture: RGBA bytes at full size. */
async function layer(body, blur = 0) {
  let image = sharp(svg(body)).ensureAlpha()
  if (blur > 0) image = image.blur(blur)
  return image.raw().toBuffer()
}

/** Seven arches, the middle one widest: centre, half span and number from the left. */
function arches() {
  const spans = [92, 106, 120, 134, 120, 106, 92]
  let x = 372
  return spans.map((span) => {
    const arch = { x: x + span / 2, r: span / 2 }
    x += span + 26
    return arch
  })
}

/** Top of the bridge at x: a camber over the arches, straight ramps beyond them. */
const deck = (x) => {
  const t = Math.abs(x - 832) / 470
  return 484 + (t < 1 ? t * t * 34 : 34 + (t - 1) * 68)
}

/** Outline of the bridge between two heights above and below its deck line. */
function strip(from, to, rise, fall) {
  const up = []
  const down = []
  for (let x = from; x <= to; x += 10) {
    up.push(`${x},${deck(x) - rise}`)
    down.unshift(`${x},${deck(x) + fall}`)
  }
  return [...up, ...down].join(" ")
}

/** The old bridge: barrel, face, ring stones, cutwaters, coping and balustrade. */
function bridge() {
  const all = arches()
  const spring = 597
  const hole = (a, dx, grow) =>
    `M${a.x - a.r - grow + dx},${WATERLINE + 2} V${spring} A${a.r + grow},${a.r + grow} 0 0 1 ${a.x + a.r + grow + dx},${spring} V${WATERLINE + 2} Z`
  const face = `M180,${WATERLINE} ${strip(180, 1520, 0, 0)
    .split(" ")
    .slice(0, 135)
    .map((p) => `L${p}`)
    .join(" ")} L1520,${WATERLINE} Z`
  const holes = all.map((a) => hole(a, 0, 0)).join(" ")
  const barrels = all.map((a) => `<path d="${hole(a, 0, 0)} ${hole(a, 9, -1)}" fill="url(#barrel)" fill-rule="evenodd"/>`)
  const rings = all.map((a) => {
    const joints = []
    for (let i = 0; i <= 22; i++) {
      const t = Math.PI * (i / 22)
      joints.push(`M${a.x - a.r * Math.cos(t)},${spring - a.r * Math.sin(t)} l${-9 * Math.cos(t)},${-9 * Math.sin(t)}`)
    }
    return `<path d="M${a.x - a.r - 4.5},${spring} A${a.r + 4.5},${a.r + 4.5} 0 0 1 ${a.x + a.r + 4.5},${spring}" fill="none" stroke="#9a8c7c" stroke-width="9"/>
      <path d="${joints.join(" ")}" stroke="#5b5350" stroke-width="1"/>`
  })
  const piers = all.slice(1).map((a, i) => {
    const x = (all[i].x + all[i].r + a.x - a.r) / 2
    return `<path d="M${x - 11},${WATERLINE} L${x - 11},566 L${x - 2},556 L${x + 11},566 L${x + 11},${WATERLINE} Z" fill="#6d645f"/>
      <path d="M${x - 2},${WATERLINE} L${x - 2},556 L${x + 11},566 L${x + 11},${WATERLINE} Z" fill="#4b4748"/>`
  })
  const posts = []
  for (let x = 186; x < 1520; x += 17) posts.push(`<rect x="${x}" y="${deck(x) - 17}" width="3.6" height="15" fill="#857a70"/>`)
  return `<defs><linearGradient id="face" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8b7f75"/><stop offset="1" stop-color="#5c5552"/></linearGradient>
    <linearGradient id="barrel" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#b79d80"/><stop offset="0.5" stop-color="#4a4445"/><stop offset="1" stop-color="#383638"/></linearGradient></defs>
    <path d="${face} ${holes}" fill="url(#face)" fill-rule="evenodd"/>
    ${barrels.join("")}${rings.join("")}${piers.join("")}
    <polygon points="${strip(180, 1520, 3, 6)}" fill="#a39585"/>
    <polygon points="${strip(180, 1520, -6, 9)}" fill="#453f40" opacity="0.8"/>
    ${posts.join("")}
    <polygon points="${strip(180, 1520, 18, -14.5)}" fill="#b3a490"/>
    <polygon points="${strip(180, 1520, 9, -7)}" fill="#7f746b"/>`
}

/** Lamps on the bridge: place of each light. */
function lamps() {
  return [352, 476, 602, 736, 832, 928, 1062, 1188, 1312].map((x) => ({ x, y: deck(x) - 46 }))
}

/** Trees of the far bank: a crown of many leaf clumps, lighter on the side of the afterglow. */
function tree(x, y, r, seed) {
  const clumps = []
  for (let i = 0; i < 26; i++) {
    const turn = hash(i, seed, 8) * Math.PI * 2
    const away = Math.sqrt(hash(i, seed, 9)) * r
    const cx = x + Math.cos(turn) * away
    const cy = y + Math.sin(turn) * away * 0.82
    const toSun = (x < SUN.x ? cx - x : x - cx) / r
    const t = Math.round(52 + toSun * 18 - ((cy - y) / r) * 14 + hash(i, seed, 10) * 14)
    clumps.push(`<ellipse cx="${cx}" cy="${cy}" rx="${r * 0.3}" ry="${r * 0.24}" fill="rgb(${t + 3},${t + 2},${t - 3})" opacity="0.85"/>`)
  }
  return `<path d="M${x},${y} V${WATERLINE}" stroke="#37332f" stroke-width="${r * 0.16}"/>${clumps.join("")}`
}

/** One house of the far bank: wall, tiled roof with eaves, windows, some of them lit. */
function house(x, w, h, tone, lit) {
  const y = WATERLINE - 8
  const roof = h * 0.26
  const windows = []
  for (let i = 0; i < Math.floor((w - 5) / 9); i++)
    for (let j = 0; j < Math.floor(h / 13); j++) {
      const on = hash(Math.round(x + i * 13), j * 7, 3) < lit
      windows.push(`<rect x="${x + 4.5 + i * 9}" y="${y - h + 5 + j * 13}" width="3.8" height="5.6" fill="${on ? "#ffdc96" : "#47464a"}" opacity="${on ? 0.95 : 0.75}"/>`)
    }
  return `<rect x="${x}" y="${y - h}" width="${w}" height="${h + 8}" fill="rgb(${tone + 6},${tone},${tone - 2})"/>
    <rect x="${x + w * 0.72}" y="${y - h}" width="${w * 0.28}" height="${h + 8}" fill="#2c2c30" opacity="0.28"/>
    <path d="M${x - 4},${y - h + 1} Q${x + 2},${y - h - roof * 0.4} ${x + w * 0.14},${y - h - roof} L${x + w * 0.86},${y - h - roof} Q${x + w - 2},${y - h - roof * 0.4} ${x + w + 4},${y - h + 1} Z" fill="rgb(${58 + (tone % 9)},${57 + (tone % 9)},${60 + (tone % 9)})"/>
    <path d="M${x - 4},${y - h + 1.5} H${x + w + 4}" stroke="#2d2c2e" stroke-width="1.6" opacity="0.7"/>${windows.join("")}`
}

/** The far bank left and right of the arches: two rows of houses, trees, an embankment. */
function bank() {
  const parts = []
  const row = (from, to, seed) => {
    for (let x = from, i = 0; x < to; i++) {
      const w = 24 + hash(i, seed, 21) * 30
      parts.push(house(x, w, 22 + hash(i, seed, 22) * 34, Math.round(112 + hash(i, seed, 23) * 50), 0.4))
      x += w + 1 + hash(i, seed, 24) * 12
    }
  }
  row(-14, 330, 1)
  row(1330, 1520, 4)
  for (let i = 0; i < 46; i++) {
    const left = i < 26
    const x = left ? hash(i, 1, 8) * 350 - 10 : 1316 + hash(i, 1, 8) * 200
    const r = left ? 9 + hash(i, 2, 8) * 13 : 6 + hash(i, 2, 8) * 8
    parts.push(tree(x, WATERLINE - 8 - r * 0.9, r, i))
  }
  parts.push(`<path d="M-10,${WATERLINE + 2} V597 Q180,592 374,601 V${WATERLINE + 2} Z M1304,${WATERLINE + 2} V600 Q1420,593 1510,596 V${WATERLINE + 2} Z" fill="#57514c"/>`)
  return parts.join("")
}

/** A lattice girder from one point to another, tapering from width a to width b. */
function girder(x1, y1, x2, y2, a, b) {
  const length = Math.hypot(x2 - x1, y2 - y1)
  const nx = -(y2 - y1) / length
  const ny = (x2 - x1) / length
  const at = (t, side) => {
    const w = mix(a, b, t) * side * 0.5
    return `${mix(x1, x2, t) + nx * w},${mix(y1, y2, t) + ny * w}`
  }
  const count = Math.max(6, Math.round(length / (Math.max(a, b) * 0.62)))
  const zigzag = []
  for (let i = 0; i <= count; i++) zigzag.push(`${i ? "L" : "M"}${at(i / count, i % 2 ? 1 : -1)}`)
  return `<path d="M${at(0, 1)} L${at(1, 1)} M${at(0, -1)} L${at(1, -1)}" stroke-width="2.3"/><path d="${zigzag.join(" ")}" stroke-width="1.1"/>`
}

/** The travelling portal of a crane: four lattice legs, a girder on top, bogies on the rail. */
function portal(p, n, x, y) {
  const leg = (a, b, w) => girder(x + n(a), y - n(8), x + n(b), y - n(102), n(w), n(w * 0.8))
  const bogie = (dx) =>
    `<path d="M${p(dx - 15, -9)} h${n(30)} l${n(3)},${n(7)} h${n(-36)} Z" fill="#2c2e34" stroke="none"/>` +
    [-10, 0, 10].map((w) => `<circle cx="${x + n(dx + w)}" cy="${y - n(1)}" r="${n(3.4)}" fill="#24262b" stroke="none"/>`).join("")
  return `<g stroke="#3c3f46" stroke-width="1">${leg(-34, -24, 7)}${leg(34, 24, 7)}</g>
    ${leg(-60, -40, 9)}${leg(60, 40, 9)}
    <path d="M${p(-56, -30)} H${x + n(56)} M${p(-45, -100)} H${x + n(45)}" stroke-width="${n(5)}"/>
    <path d="M${p(-54, -32)} L${p(0, -98)} L${p(54, -32)}" stroke-width="${n(2.2)}"/>
    <path d="M${p(43, -100)} L${p(50, -30)} M${p(46, -100)} L${p(53, -30)}" stroke-width="0.8"/>
    ${bogie(-60)}${bogie(60)}${bogie(-33)}${bogie(33)}`
}

/** The machine house of a crane with its cab, rail and counterweight. */
function machineHouse(p, n, x, y) {
  const rail = []
  for (let dx = -70; dx <= 30; dx += 10) rail.push(`M${p(dx, -160)} v${n(-9)}`)
  return `<path d="M${p(-72, -160)} H${x + n(20)} L${p(32, -150)} V${y - n(116)} H${x - n(72)} Z" fill="url(#house)"/>
    <path d="M${p(-72, -160)} H${x + n(20)} L${p(32, -150)}" stroke="#8c7d6c" stroke-width="1.4" fill="none" opacity="0.8"/>
    <path d="M${rail.join(" M").replaceAll("MM", "M")} M${p(-70, -169)} H${x + n(30)}" stroke="#33353b" stroke-width="1" fill="none"/>
    <path d="M${p(-84, -154)} h${n(13)} v${n(36)} h${n(-13)} Z" fill="#2a2c31"/>
    <path d="M${p(-58, -150)} h${n(9)} v${n(9)} h${n(-9)} Z M${p(-42, -150)} h${n(9)} v${n(9)} h${n(-9)} Z M${p(-22, -148)} h${n(9)} v${n(30)} h${n(-9)} Z" fill="#24262b" opacity="0.8"/>
    <path d="M${p(-64, -158)} V${y - n(118)} M${p(-28, -158)} V${y - n(118)} M${p(2, -158)} V${y - n(118)}" stroke="#26282d" stroke-width="1" opacity="0.6"/>
    <path d="M${p(32, -149)} L${p(42, -149)} L${p(50, -134)} L${p(47, -119)} L${p(32, -119)} Z" fill="#44464c"/>
    <path d="M${p(34.5, -146)} L${p(41, -146)} L${p(47, -134)} L${p(34.5, -134)} Z" fill="#f0cf96" opacity="0.85"/>`
}

/** A portal crane of the old harbour: portal, slewing ring, house, mast, luffing jib, ropes, hook. */
function crane(x, y, s, reach, lift) {
  const p = (dx, dy) => `${x + dx * s},${y + dy * s}`
  const n = (v) => v * s
  const root = [x + n(16), y - n(150)]
  const tip = [x + n(reach), y - n(lift)]
  const mast = [x - n(8), y - n(258)]
  const along = (t) => `${mix(root[0], tip[0], t)},${mix(root[1], tip[1], t)}`
  const rope = `V${tip[1] + n(150)}`
  return `<defs><linearGradient id="house" x1="0" y1="0" x2="1" y2="0.3"><stop offset="0" stop-color="#3a3c42"/><stop offset="1" stop-color="#575350"/></linearGradient></defs>
    <g fill="none" stroke="#303238" stroke-linejoin="round">
    ${portal(p, n, x, y)}
    <path d="M${p(-24, -104)} h${n(48)} l${n(-5)},${n(-5)} h${n(-38)} Z M${p(-18, -110)} h${n(36)} v${n(-6)} h${n(-36)} Z" fill="#34363c" stroke="none"/>
    <g stroke-width="2.2">${girder(x - n(12), y - n(160), mast[0] - n(4), mast[1], n(22), n(7))}</g>
    <path d="M${x + n(16)},${y - n(158)} L${mast[0]},${mast[1]}" stroke-width="2.2"/>
    ${girder(...root, ...tip, n(17), n(5))}
    <circle cx="${tip[0]}" cy="${tip[1]}" r="${n(4)}" fill="#303238"/><circle cx="${mast[0]}" cy="${mast[1]}" r="${n(4)}" fill="#303238"/>
    <path d="M${mast[0]},${mast[1]} L${along(0.97)} M${mast[0]},${mast[1]} L${along(0.62)} M${mast[0]},${mast[1]} L${p(-66, -160)} M${mast[0]},${mast[1]} L${p(-58, -160)}" stroke-width="1.2"/>
    <path d="M${tip[0]},${tip[1]} ${rope} M${tip[0] - 3},${tip[1]} ${rope}" stroke-width="0.8"/>
    <path d="M${tip[0] - 4},${tip[1] + n(148)} h5.5 v${n(9)} h-5.5 Z" fill="#303238"/>
    <path d="M${tip[0] - 1.5},${tip[1] + n(157)} v${n(5)} q${n(6)},${n(4)} 0,${n(9)} q${n(-5)},${n(1)} ${n(-5)},${n(-4)}" stroke-width="${n(2.2)}"/>
    </g>${machineHouse(p, n, x, y)}
    <path d="M${root[0] + n(7)},${root[1] + n(3)} L${tip[0] + 2},${tip[1] + 2} M${p(64, -8)} L${p(43.5, -100)}" stroke="#e2bd8c" stroke-width="1.1" opacity="0.6"/>`
}

/** The quay of the old harbour in the left foreground, with rails, bollards and two people. */
function quay() {
  const stones = []
  for (let r = 0; r < 5; r++)
    for (let i = 0; i < 26; i++) {
      const x = i * 24 + (r % 2) * 12 - 12
      const y = 716 + r * 15 - x * 0.024
      const t = Math.round(56 + hash(i, r, 31) * 26)
      stones.push(`<rect x="${x}" y="${y}" width="23" height="14" fill="rgb(${t + 4},${t},${t - 2})"/>`)
    }
  const person = (x, y, h, arm) => `<g fill="#25262b"><ellipse cx="${x + h * 0.01}" cy="${y - h * 0.925}" rx="${h * 0.062}" ry="${h * 0.078}"/>
    <path d="M${x - h * 0.03},${y - h * 0.86} h${h * 0.07} q${h * 0.11},${h * 0.02} ${h * 0.12},${h * 0.12} l${h * 0.015},${h * 0.24} l${-h * 0.03},${h * 0.1} l${-h * 0.03},${-h * 0.02}
      l${-h * 0.01},${h * 0.06} l${-h * 0.015},${h * 0.34} h${-h * 0.07} l${-h * 0.02},${-h * 0.32} l${-h * 0.045},${h * 0.32} h${-h * 0.075} l${h * 0.005},${-h * 0.4} l${-h * 0.02},${-h * 0.28} q${h * 0.01},${-h * 0.13} ${h * 0.1},${-h * 0.16} Z"/>
    <path d="M${x + h * 0.1},${y - h * 0.78} l${h * 0.1},${arm * h} l${h * 0.07},${-h * 0.06}" stroke="#25262b" stroke-width="${h * 0.055}" fill="none" stroke-linecap="round"/></g>`
  const bollards = [120, 262, 398, 500].map((x) => `<path d="M${x - 7},${712 - x * 0.024} v-13 q-3,-7 7,-7 q10,0 7,7 v13 Z" fill="#222429"/>`)
  return `<clipPath id="wall"><path d="M-10,716 L556,702 L556,772 L-10,790 Z"/></clipPath>
    <path d="M-10,664 L430,656 L556,702 L556,706 L-10,722 Z" fill="#6f665e"/>
    <path d="M-10,676 L448,665 M-10,694 L500,682" stroke="#3a383a" stroke-width="2.4"/>
    <path d="M-10,678 L450,667 M-10,696 L502,684" stroke="#b9a58c" stroke-width="1" opacity="0.8"/>
    <path d="M-10,716 L556,702 L556,772 L-10,790 Z" fill="#3d3a3b"/>
    <g clip-path="url(#wall)">${stones.join("")}</g>
    <path d="M-10,714 L556,700 L556,707 L-10,722 Z" fill="#a39380"/>
    <path d="M-10,770 L556,754 L556,774 L-10,792 Z" fill="#2c2d2e" opacity="0.75"/>
    ${bollards.join("")}
    ${person(430, 690, 58, 0.1)}${person(466, 691, 55, 0.02)}
    <path d="M485,692 l5,-36 l6,36 M490,656 v35" stroke="#25262b" stroke-width="1.3" fill="none"/><path d="M484,656 h9 v-2 h4 v-5 h-4 v-2 h-9 Z" fill="#25262b"/>`
}

/** The barge: hull with sheer, hatch coamings with sand, wheelhouse aft, mast and bow rail. */
function barge() {
  return `<defs><linearGradient id="hull" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5a5654"/><stop offset="0.55" stop-color="#3a383a"/><stop offset="1" stop-color="#27282c"/></linearGradient>
    <linearGradient id="sand" x1="0" y1="0" x2="1" y2="0.25"><stop offset="0" stop-color="#d8bf98"/><stop offset="0.45" stop-color="#a08b70"/><stop offset="1" stop-color="#6f6356"/></linearGradient></defs>
    <path d="M816,776 C900,744 920,742 946,772 C978,740 1010,738 1040,772 C1070,742 1096,744 1150,774 Z" fill="url(#sand)"/>
    <path d="M800,772 H1166 V786 H800 Z" fill="#6a625c"/><path d="M800,772 H1166" stroke="#c9ae8b" stroke-width="2"/>
    ${[840, 890, 940, 990, 1040, 1090, 1140].map((x) => `<path d="M${x},773 V786" stroke="#3f3c3c" stroke-width="2"/>`).join("")}
    <path d="M690,776 L692,784 Q960,794 1216,776 L1258,764 Q1250,800 1222,826 L706,826 Q694,806 690,776 Z" fill="url(#hull)"/>
    <path d="M690,777 Q940,796 1216,777 L1258,765" fill="none" stroke="#bfa587" stroke-width="2.6"/>
    <path d="M699,804 Q960,812 1240,801" fill="none" stroke="#78706a" stroke-width="3"/>
    <path d="M704,818 L1228,818 L1222,827 L706,827 Z" fill="#54403b"/>
    <path d="M712,778 V730 H786 V780 Z" fill="#8e857d"/><path d="M764,730 H786 V780 H764 Z" fill="#5f5955"/>
    <path d="M718,730 V702 H778 L782,730 Z" fill="#a69b90"/><path d="M760,702 H778 L782,730 H760 Z" fill="#716962"/>
    <path d="M712,700 H786 V705 H712 Z" fill="#4b4748"/><path d="M706,729 H790 V733 H706 Z" fill="#4b4748"/>
    <path d="M722,709 h15 v13 h-15 Z M740,709 h15 v13 h-15 Z M764,709 h12 l2,13 h-14 Z" fill="#ffdf9f"/>
    <path d="M720,742 h12 v11 h-12 Z M740,742 h12 v11 h-12 Z" fill="#3b3c42"/>
    <path d="M748,700 V660 M748,668 H736 M748,668 H760 M748,662 L786,702 M748,662 L714,702" stroke="#2e2f34" stroke-width="2" fill="none"/>
    <path d="M700,776 V760 H708 M694,760 H712" stroke="#36373b" stroke-width="2" fill="none"/>
    <path d="M1178,776 V758 M1196,776 V756 M1214,775 V754 M1232,770 V750 M1250,766 V747 M1178,758 L1250,747" stroke="#3a3a3f" stroke-width="1.8" fill="none"/>
    <path d="M1190,776 V718 M1190,722 L1166,772" stroke="#34353a" stroke-width="2.6" fill="none"/>
    <path d="M696,776 V744 M696,744 q-10,3 -17,-1 v11 q8,3 17,0 Z" stroke="#3a3a3e" stroke-width="1.2" fill="#b9ab95"/>
    ${[742, 812, 884, 958, 1034, 1110, 1178].map((x) => `<circle cx="${x}" cy="806" r="7.5" fill="none" stroke="#1d1e21" stroke-width="4.5"/><path d="M${x},798 V786" stroke="#1d1e21" stroke-width="1"/>`).join("")}
    <path d="M806,772 v-13 q0,-4 3,-4 q3,0 3,4 v13 Z" fill="#2b2c31"/><circle cx="809" cy="752" r="2.8" fill="#2b2c31"/>
    <path d="M786,744 h10 v34 h-10 Z" fill="#4f4b48"/><path d="M1150,774 h22 v-14 h-22 Z" fill="#5a544f"/>`
}

/** Reeds in the near right corner, out of focus. */
function reeds() {
  const blades = []
  for (let i = 0; i < 74; i++) {
    const x = 1190 + hash(i, 1, 77) * 340
    const h = 60 + hash(i, 2, 77) * 190 * clamp((x - 1170) / 260)
    const lean = (hash(i, 3, 77) - 0.35) * 70
    blades.push(`<path d="M${x},1010 Q${x + lean * 0.2},${1000 - h * 0.6} ${x + lean},${1000 - h}" stroke="#1d1f22" stroke-width="${2 + hash(i, 4, 77) * 3}" fill="none"/>`)
    if (hash(i, 5, 77) > 0.62)
      blades.push(`<ellipse cx="${x + lean}" cy="${1000 - h}" rx="4.5" ry="17" transform="rotate(${lean * 0.5} ${x + lean} ${1000 - h})" fill="#3b352f"/>`)
  }
  return blades.join("")
}

// ---- putting it together ----

/** Lays an RGBA layer over a picture of floats; `shade` may change a layer's colour by place. */
function over(picture, rgba, shade = (c) => c) {
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const a = rgba[i * 4 + 3] / 255
    if (a === 0) continue
    const c = shade([rgba[i * 4], rgba[i * 4 + 1], rgba[i * 4 + 2]], i % WIDTH, Math.floor(i / WIDTH))
    for (let k = 0; k < 3; k++) picture[i * 3 + k] = mix(picture[i * 3 + k], c[k], a)
  }
}

/** Adds the glow of lights: a bright core and a wide halo. */
function shine(picture, lights) {
  for (const { x, y, core, halo, power } of lights)
    for (let py = Math.max(0, y - halo * 3 | 0); py < Math.min(HEIGHT, y + halo * 3); py++)
      for (let px = Math.max(0, x - halo * 3 | 0); px < Math.min(WIDTH, x + halo * 3); px++) {
        const d2 = (px - x) ** 2 + (py - y) ** 2
        const g = Math.exp(-d2 / (core * core)) + 0.34 * Math.exp(-d2 / (halo * halo))
        const i = (py * WIDTH + px) * 3
        picture[i] += g * power * 255
        picture[i + 1] += g * power * 216
        picture[i + 2] += g * power * 150
      }
}

/** Colour at a fractional place of a picture, clamped to its edges. */
function sample(picture, x, y) {
  const cx = clamp(x, 0, WIDTH - 2)
  const cy = clamp(y, 0, HEIGHT - 2)
  const xi = Math.floor(cx)
  const yi = Math.floor(cy)
  const i = (yi * WIDTH + xi) * 3
  const u = cx - xi
  const v = cy - yi
  return [0, 1, 2].map((k) =>
    mix(mix(picture[i + k], picture[i + 3 + k], u), mix(picture[i + WIDTH * 3 + k], picture[i + WIDTH * 3 + 3 + k], u), v),
  )
}

/** Slope of the water at a place, in perspective: how far a reflection is thrown, in pixels. */
function ripple(x, y) {
  const d = y - HORIZON
  const u = ((x - 750) * 30) / d
  const w = 5200 / d
  const swell = cloud(u * 0.5 + 40, w * 0.9, 3, 201) - 0.5
  const chop = cloud(u * 1.6, w * 3.4, 4, 211) - 0.5
  const fine = noise(u * 6, w * 9, 221) - 0.5
  const calm = 0.35 + 0.9 * smooth(0.35, 0.7, cloud(u * 0.12, w * 0.22, 3, 231))
  const size = smooth(0, 360, y - WATERLINE)
  return {
    dx: (chop * 16 + fine * 5) * calm * mix(0.25, 1, size),
    dy: (swell * 60 + chop * 62 + fine * 16) * calm * mix(0.12, 1, size),
    lift: (chop + fine * 0.6) * calm,
  }
}

/** The water: the mirrored scene, thrown about by the ripples, darker towards the viewer. */
function water(picture) {
  const mirror = picture.slice()
  for (let y = WATERLINE; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const r = ripple(x, y)
      const depth = y - WATERLINE
      const sy = Math.min(WATERLINE - 1, WATERLINE - depth * 1.08 - 2 - r.dy)
      let c = sample(mirror, x + r.dx, Math.max(0, sy))
      const near = smooth(0, 394, depth)
      c = blend(c, [44, 54, 68], mix(0.1, 0.42, near) + clamp(r.lift * 0.5, -0.08, 0.3))
      const glint = Math.exp(-(((x - SUN.x) / mix(120, 330, near)) ** 2)) * smooth(0.12, 0.36, r.lift)
      c = blend(c, [255, 226, 178], glint * 0.4)
      const i = (y * WIDTH + x) * 3
      for (let k = 0; k < 3; k++) picture[i + k] = c[k]
    }
}

/** Mirrors a foreground layer in its own waterline, broken up by the ripples. */
function reflect(picture, rgba, baseline, strength) {
  for (let x = 0; x < WIDTH; x++) {
    const base = baseline(x)
    if (base === null) continue
    for (let y = Math.ceil(base); y < HEIGHT; y++) {
      const r = ripple(x, y)
      const depth = y - base
      const sx = Math.max(0, Math.round(x + r.dx * 0.8))
      const sy = Math.round(base - depth * 1.02 - r.dy * 0.42 * smooth(0, 50, depth))
      if (sx >= WIDTH || sy < 0 || sy > base) continue
      const j = (sy * WIDTH + sx) * 4
      const a = (rgba[j + 3] / 255) * strength * (1 - 0.5 * smooth(0, 260, depth))
      if (a === 0) continue
      const i = (y * WIDTH + x) * 3
      for (let k = 0; k < 3; k++) picture[i + k] = mix(picture[i + k], rgba[j + k] * 0.8 + 10, a)
    }
  }
}

/** Bow wave and wake of the barge: bright, ragged lines along and behind the hull. */
function wake(picture) {
  for (let y = 806; y < 900; y++)
    for (let x = 380; x < 1330; x++) {
      const behind = clamp((720 - x) / 330)
      const line = 828 + behind * 12
      const spread = mix(3, 20, behind) + (x > 1225 ? 2 : 0)
      const band = Math.exp(-(((y - line) / spread) ** 2)) * (x < 712 ? 0.7 * (1 - behind * 0.8) : 0.55)
      const bow = Math.exp(-(((x - 1232) / 34) ** 2) - ((y - 829) / 4) ** 2) * 0.9
      const foam = smooth(0.44, 0.74, cloud(x / 16, y / 3.2, 4, 303))
      const g = clamp((band * smooth(380, 470, x) * smooth(1262, 1226, x) + bow) * foam)
      const i = (y * WIDTH + x) * 3
      const to = [226, 210, 190]
      for (let k = 0; k < 3; k++) picture[i + k] = mix(picture[i + k], to[k], g * 0.75)
    }
}

/** Weathered stone: courses, joints, stains and the warm light from behind on the bridge's face. */
function stone(c, x, y) {
  const row = Math.floor((y - deck(x)) / 9)
  const column = Math.floor((x + (row % 2) * 11) / 22)
  const block = (hash(column, row, 401) - 0.5) * 20
  const joint = (y - deck(x)) / 9 - row < 0.12 || (x + (row % 2) * 11) / 22 - column < 0.05 ? -12 : 0
  const stain = (cloud(x / 30, y / 60, 4, 411) - 0.5) * 44 + (noise(x / 2, y / 2, 421) - 0.5) * 14
  const damp = -30 * smooth(578, 606, y)
  const v = block * 0.7 + joint + stain + damp
  const haze = 0.1
  return blend([c[0] + v, c[1] + v * 0.98, c[2] + v * 0.94], [196, 178, 160], haze)
}

const rough = (size, seed) => (c, x, y) => {
  const v = (cloud(x / 14, y / 10, 3, seed) - 0.5) * size + (noise(x / 1.6, y / 1.6, seed + 9) - 0.5) * size * 0.5
  return [c[0] + v, c[1] + v, c[2] + v]
}

/** Light that spreads in the lens: the bright parts, blurred wide and added back. */
async function bloom(picture) {
  const bright = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let i = 0; i < bright.length; i++) bright[i] = clamp((picture[i] - 176) * 2.2, 0, 255)
  const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }
  for (const [radius, share] of [
    [9, 0.1],
    [46, 0.13],
  ]) {
    const soft = await sharp(bright, raw).blur(radius).raw().toBuffer()
    for (let i = 0; i < soft.length; i++) picture[i] += soft[i] * share
  }
}

/** Last touches of a camera: soft highlights, darker corners, a gentle tone curve, film grain. */
function develop(picture) {
  const out = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const i = (y * WIDTH + x) * 3
      const corner = ((x - 750) / 900) ** 2 + ((y - 500) / 640) ** 2
      const grain = (hash(x, y, 501) + hash(x, y, 502) + noise(x / 2, y / 2, 503) - 1.5) * 7.5
      for (let k = 0; k < 3; k++) {
        let v = (picture[i + k] / 255) * (1.06 - 0.2 * clamp(corner))
        v = v > 0.84 ? 0.84 + (1 - Math.exp(-(v - 0.84) / 0.16)) * 0.16 : v
        v = mix(v, v * v * (3 - 2 * v), 0.4)
        out[i + k] = clamp(Math.round(v * 243 + 10 + grain), 0, 255)
      }
    }
  return out
}

async function main(file) {
  const picture = new Float32Array(WIDTH * HEIGHT * 3)
  for (let y = 0; y < WATERLINE + 2; y++)
    for (let x = 0; x < WIDTH; x++) picture.set(backdrop(x, y), (y * WIDTH + x) * 3)
  over(picture, await layer(bridge(), 0.6), stone)
  over(picture, await layer(bank(), 0.7), rough(22, 601))
  const posts = lamps().map(({ x, y }) => `<path d="M${x},${y + 44} V${y}" stroke="#3c3a3c" stroke-width="2.2"/>`)
  over(picture, await layer(posts.join(""), 0.4))
  shine(picture, lamps().map((l) => ({ ...l, core: 3.4, halo: 17, power: 0.85 })))
  water(picture)

  const cranes = await layer(crane(112, 690, 1.42, 172, 330) + crane(330, 676, 1.02, 128, 318), 0.6)
  const wall = await layer(quay(), 0.6)
  const hull = await layer(barge(), 0.6)
  const shore = (x) => (x < 620 ? 790 - x * 0.03 : null)
  reflect(picture, cranes, shore, 0.8)
  reflect(picture, wall, shore, 0.86)
  reflect(picture, hull, (x) => (x > 660 && x < 1290 ? 827 : null), 0.86)
  over(picture, wall, rough(26, 611))
  over(picture, cranes, rough(14, 621))
  wake(picture)
  over(picture, hull, rough(20, 631))
  shine(picture, [
    { x: 748, y: 660, core: 2.6, halo: 13, power: 0.9 },
    { x: 738, y: 715, core: 8, halo: 22, power: 0.16 },
    { x: 1190, y: 718, core: 2.2, halo: 10, power: 0.7 },
  ])
  over(picture, await layer(reeds(), 2.2))
  await bloom(picture)
  await sharp(develop(picture), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .withMetadata({ density: 254 })
    .jpeg({ quality: 84, chromaSubsampling: "4:4:4", mozjpeg: true })
    .toFile(file)
}

await main(process.argv[2] ?? new URL("ruihe/ruihe-a1.jpg", import.meta.url).pathname)
