// The drawn robot. A pose is eight angles in degrees in the order of the joints, then red, green and blue from 0 to 1.
export const MOUTH = 0;
const [YAW, PITCH, ROLL, LEFT, RIGHT, LIDS, WAIST, RED, GREEN, BLUE] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const OWL = `
<g data-part="waist"><ellipse cx="0" cy="90" rx="85" ry="75" fill="#a9774b"/><ellipse cx="0" cy="100" rx="55" ry="52" fill="#e0bd94"/>
<circle data-part="halo" cx="0" cy="100" r="34" opacity="0"/><circle data-part="glow" cx="0" cy="100" r="20" fill="#c9a275"/>
<g data-part="left"><ellipse cx="98" cy="100" rx="19" ry="52" fill="#8f6139"/></g><g data-part="right"><ellipse cx="-98" cy="100" rx="19" ry="52" fill="#8f6139"/></g>
<path d="M-40,160 q8,12 16,0 q8,12 16,0 M8,160 q8,12 16,0 q8,12 16,0" fill="none" stroke="#c97f1d" stroke-width="7" stroke-linecap="round"/>
<g data-part="head"><path d="M-72,-85 L-62,-140 L-28,-108 Z M72,-85 L62,-140 L28,-108 Z" fill="#8f6139" stroke="#8f6139" stroke-width="8" stroke-linejoin="round"/>
<ellipse cx="0" cy="-45" rx="92" ry="78" fill="#a9774b"/>
<g data-part="features"><g><circle cx="-36" cy="-55" r="31" fill="#f6e7cf"/><circle cx="-36" cy="-55" r="26" fill="#fff"/><circle cx="-34" cy="-53" r="13" fill="#2a211b"/><circle cx="-30" cy="-58" r="4" fill="#fff"/></g>
<g><circle cx="36" cy="-55" r="31" fill="#f6e7cf"/><circle cx="36" cy="-55" r="26" fill="#fff"/><circle cx="34" cy="-53" r="13" fill="#2a211b"/><circle cx="38" cy="-58" r="4" fill="#fff"/></g>
<path data-part="lid-left" fill="#8f6139"/><path data-part="lid-right" fill="#8f6139"/>
<ellipse data-part="gape" cx="0" cy="-20" rx="11" ry="0" fill="#5a2d0c"/><path data-part="jaw" d="M-13,-22 L13,-22 L0,-4 Z" fill="#c97f1d"/>
<path d="M-17,-28 Q0,-40 17,-28 L0,-8 Z" fill="#f0a63a"/></g></g></g>`;

/** Draws a robot into an element and gives the function that moves it. */
export function robot(into, label) {
  into.innerHTML = `<svg viewBox="-170 -160 340 340" role="img">${OWL}</svg>`;
  const svg = into.firstElementChild;
  svg.setAttribute("aria-label", label);
  const parts = Object.fromEntries([...svg.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));
  const turn = (part, value) => parts[part].setAttribute("transform", value);
  // A lid is the part of the eye's circle above a line that comes down.
  const lid = (x, shut) => {
    const y = -86 + 62 * Math.min(1, Math.max(0, shut)), half = Math.sqrt(Math.max(0, 31 * 31 - (y + 55) ** 2));
    return shut < 0.02 ? "" : `M${x - half},${y} A31,31 0 ${y > -55 ? 1 : 0} 1 ${x + half},${y} Z`;
  };
  return pose => {
    turn("waist", `rotate(${-pose[WAIST] / 3} 0 150)`);
    turn("head", `rotate(${-pose[ROLL]} 0 10)`);
    turn("features", `translate(${pose[YAW] * 0.75} ${-pose[PITCH] * 0.9})`);
    turn("left", `rotate(${-pose[LEFT]} 88 58)`);
    turn("right", `rotate(${pose[RIGHT]} -88 58)`);
    turn("jaw", `translate(0 ${pose[MOUTH] * 0.9})`);
    parts.gape.setAttribute("cy", -20 + pose[MOUTH] * 0.45);
    parts.gape.setAttribute("ry", pose[MOUTH] * 0.55);
    parts["lid-left"].setAttribute("d", lid(-36, pose[LIDS] / 30));
    parts["lid-right"].setAttribute("d", lid(36, pose[LIDS] / 30));
    const bright = Math.max(pose[RED], pose[GREEN], pose[BLUE]);
    const colour = `rgb(${[RED, GREEN, BLUE].map(part => Math.round(bright > 0 ? 255 * pose[part] / bright : 0)).join(" ")})`;
    parts.glow.setAttribute("fill", bright < 0.01 ? "#c9a275" : colour);
    parts.glow.setAttribute("opacity", bright < 0.01 ? 1 : 0.4 + 0.6 * bright);
    parts.halo.setAttribute("fill", colour);
    parts.halo.setAttribute("opacity", bright * 0.35);
    svg.dataset.mouth = pose[MOUTH];
  };
}

const step = x => x * x * x * (10 + x * (6 * x - 15));
function angle(knots, seconds) {
  if (seconds <= knots[0][0]) return knots[0][1];
  for (let i = 1; i < knots.length; i++) {
    if (seconds < knots[i][0]) {
      const [a, b] = [knots[i - 1], knots[i]];
      return a[1] + (b[1] - a[1]) * step((seconds - a[0]) / (b[0] - a[0]));
    }
  }
  return knots.at(-1)[1];
}

/** How far the mouth is open at a moment of the sound: the highest layer wins, inside a layer what began last. */
export function mouth(passages, seconds) {
  let best = 0, layer = -1, began = -Infinity;
  for (const passage of passages) {
    for (const track of passage.mouth) {
      const inside = seconds - track.at;
      if (inside < 0 || inside > track.knots.at(-1)[0]) continue;
      if (track.layer > layer || (track.layer === layer && track.at >= began)) {
        [best, layer, began] = [angle(track.knots, inside), track.layer, track.at];
      }
    }
  }
  return best;
}
