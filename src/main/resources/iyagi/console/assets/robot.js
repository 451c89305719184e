// The drawn robot: of the figure only what the robot's profile has. A pose is eight angles in degrees in the order of the joints,
// then red, green and blue from 0 to 1.
export const MOUTH = 0;
const [YAW, PITCH, ROLL, LEFT, RIGHT, LIDS, WAIST, RED, GREEN, BLUE] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const eye = (x, white) => `<g>${white ? `<circle cx="${x}" cy="-55" r="31" fill="#f6e7cf"/>` : ""}<circle cx="${x}" cy="-55" r="${white ? 26 : 17}" fill="#fff"/><circle cx="${x + 2}" cy="-53" r="${white ? 13 : 9}" fill="#2a211b"/><circle cx="${x + 6}" cy="-58" r="${white ? 4 : 3}" fill="#fff"/></g>`;
const LIGHT = `<circle data-part="halo" cx="0" cy="100" r="34" opacity="0"/><circle data-part="glow" cx="0" cy="100" r="20" fill="#c9a275"/>`;
const owl = has => `
<g data-part="waist"><ellipse cx="0" cy="90" rx="85" ry="75" fill="#a9774b"/><ellipse cx="0" cy="100" rx="55" ry="52" fill="#e0bd94"/>${has.one ? LIGHT : ""}<g data-part="lamps"></g>
${has["left-arm"] ? `<g data-part="left"><ellipse cx="98" cy="100" rx="19" ry="52" fill="#8f6139"/></g>` : ""}${has["right-arm"] ? `<g data-part="right"><ellipse cx="-98" cy="100" rx="19" ry="52" fill="#8f6139"/></g>` : ""}
<path d="M-40,160 q8,12 16,0 q8,12 16,0 M8,160 q8,12 16,0 q8,12 16,0" fill="none" stroke="#c97f1d" stroke-width="7" stroke-linecap="round"/>
<g data-part="head"><path d="M-72,-85 L-62,-140 L-28,-108 Z M72,-85 L62,-140 L28,-108 Z" fill="#8f6139" stroke="#8f6139" stroke-width="8" stroke-linejoin="round"/>
<ellipse cx="0" cy="-45" rx="92" ry="78" fill="#a9774b"/>
<g data-part="features">${eye(-36, true)}${eye(36, true)}
${has.eyelids ? `<path data-part="lid-left" fill="#8f6139"/><path data-part="lid-right" fill="#8f6139"/>` : ""}
<ellipse data-part="gape" cx="0" cy="-20" rx="11" ry="0" fill="#5a2d0c"/><path data-part="jaw" d="M-13,-22 L13,-22 L0,-4 Z" fill="#c97f1d"/>
<path d="M-17,-28 Q0,-40 17,-28 L0,-8 Z" fill="#f0a63a"/></g></g></g>`;
const puppet = has => `
<g data-part="waist"><path d="M-80,170 Q-70,45 0,40 Q70,45 80,170 Z" fill="#7d5ba6"/>${has.one ? LIGHT : ""}
${has["left-arm"] ? `<g data-part="left"><ellipse cx="98" cy="100" rx="19" ry="52" fill="#6a4a91"/></g>` : ""}${has["right-arm"] ? `<g data-part="right"><ellipse cx="-98" cy="100" rx="19" ry="52" fill="#6a4a91"/></g>` : ""}
<g data-part="head"><circle cx="0" cy="-45" r="92" fill="#f0c08a"/><path d="M-88,-70 Q-60,-150 0,-140 Q60,-150 88,-70 Q40,-105 0,-100 Q-40,-105 -88,-70 Z" fill="#6b4423"/>
<g data-part="features">${eye(-34)}${eye(34)}
${has.eyelids ? `<path data-part="lid-left" fill="#e0a871"/><path data-part="lid-right" fill="#e0a871"/>` : ""}<g data-part="lamps"></g>
<path d="M-30,-14 Q0,-20 30,-14" fill="none" stroke="#8c4a2f" stroke-width="6" stroke-linecap="round"/><ellipse data-part="gape" cx="0" cy="-14" rx="26" ry="0" fill="#5a2d0c"/><path data-part="jaw" d="M-26,-12 Q0,-2 26,-12" fill="none" stroke="#8c4a2f" stroke-width="6" stroke-linecap="round"/></g></g></g>`;
const lamp = () => `
<ellipse cx="0" cy="160" rx="70" ry="14" fill="#6f665e"/><rect x="-7" y="10" width="14" height="148" fill="#8b8178"/>
<path d="M-95,20 L-55,-110 L55,-110 L95,20 Z" fill="#f3e5c8" stroke="#c9b48c" stroke-width="4" stroke-linejoin="round"/><g data-part="lamps"></g>`;
export const WHOLE = { joints: ["mouth", "head-yaw", "head-pitch", "head-roll", "left-arm", "right-arm", "eyelids", "waist"], light: "one", count: 0, plain: [] };

/** The lamps of a body: where each is drawn, and how much of a light it shows. */
function lamps(body, figure) {
  if (body.light === "strip") {
    const drawn = Math.min(body.count, 24);
    return Array.from({ length: drawn }, (_, i) => ({ x: -80 + 160 * (i + 0.5) / drawn, y: -30, r: Math.min(9, 70 / drawn), own: null }));
  }
  return body.plain.map((each, i) => {
    const side = each.name.includes("left") ? 1 : each.name.includes("right") ? -1 : 0;
    const cheek = side !== 0 && figure === puppet;
    return { x: cheek ? side * 58 : (i - (body.plain.length - 1) / 2) * 30, y: cheek ? -24 : 100, r: 13, own: each.colour };
  });
}
const product = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const css = parts => `rgb(${parts.map(part => Math.round(255 * part)).join(" ")})`;

/** Draws a robot into an element and gives the function that moves it. */
export function robot(into, label, body = WHOLE) {
  const has = Object.fromEntries([...body.joints, body.light].map(name => [name, true]));
  const figure = body.joints.length === 0 ? lamp : has.eyelids || has.waist ? owl : puppet;
  into.innerHTML = `<svg viewBox="-170 -160 340 340" role="img">${figure(has)}</svg>`;
  const svg = into.firstElementChild;
  svg.setAttribute("aria-label", label);
  svg.dataset.figure = figure.name;
  const parts = Object.fromEntries([...svg.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));
  const turn = (part, value) => parts[part]?.setAttribute("transform", value);
  const bulbs = lamps(body, figure).map(({ x, y, r, own }) => {
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [name, value] of Object.entries({ cx: x, cy: y, r, fill: "#c9a275" })) circle.setAttribute(name, value);
    parts.lamps.append(circle);
    return { circle, own, on: false };
  });
  // A lid is the part of the eye's circle above a line that comes down.
  const lid = (x, shut) => {
    const y = -86 + 62 * Math.min(1, Math.max(0, shut)), half = Math.sqrt(Math.max(0, 31 * 31 - (y + 55) ** 2));
    return shut < 0.02 ? "" : `M${x - half},${y} A31,31 0 ${y > -55 ? 1 : 0} 1 ${x + half},${y} Z`;
  };
  const shine = light => {
    const bright = Math.max(...light), pure = css(light.map(part => bright > 0 ? part / bright : 0));
    if (parts.glow) {
      parts.glow.setAttribute("fill", bright < 0.01 ? "#c9a275" : pure);
      parts.glow.setAttribute("opacity", bright < 0.01 ? 1 : 0.4 + 0.6 * bright);
      parts.halo.setAttribute("fill", pure);
      parts.halo.setAttribute("opacity", bright * 0.35);
    }
    for (const bulb of bulbs) {
      // One that is only on or off shines as the robot switches it: on from 0.3 of its colour, off below 0.15.
      const share = bulb.own ? product(light, bulb.own) / product(bulb.own, bulb.own) : bright;
      bulb.on = bulb.own ? share >= (bulb.on ? 0.15 : 0.3) : bright >= 0.01;
      bulb.circle.setAttribute("fill", bulb.on ? (bulb.own ? css(bulb.own) : pure) : "#c9a275");
      bulb.circle.setAttribute("opacity", bulb.on && !bulb.own ? 0.4 + 0.6 * bright : 1);
    }
  };
  return pose => {
    turn("waist", `rotate(${-pose[WAIST] / 3} 0 150)`);
    turn("head", `rotate(${-pose[ROLL]} 0 10)`);
    turn("features", `translate(${pose[YAW] * 0.75} ${-pose[PITCH] * 0.9})`);
    turn("left", `rotate(${-pose[LEFT]} 88 58)`);
    turn("right", `rotate(${pose[RIGHT]} -88 58)`);
    turn("jaw", `translate(0 ${pose[MOUTH] * 0.9})`);
    parts.gape?.setAttribute("cy", (figure === puppet ? -14 : -20) + pose[MOUTH] * 0.45);
    parts.gape?.setAttribute("ry", pose[MOUTH] * 0.55);
    parts["lid-left"]?.setAttribute("d", lid(-36, pose[LIDS] / 30));
    parts["lid-right"]?.setAttribute("d", lid(36, pose[LIDS] / 30));
    shine([pose[RED], pose[GREEN], pose[BLUE]]);
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
