// Words in the page's language, with Korean particles and plurals. words-en.js and words-ko.js come from the robot.
export const language = document.documentElement.lang === "ko" ? "ko" : "en";
const words = (await import(`/assets/words-${language}.js`)).default;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

// The sound that ends a word decides about the particle: 은/는, 이/가, 을/를, 과/와, 으로/로.
const DIGIT_ENDS = { 0: "ㅇ", 1: "ㄹ", 2: "", 3: "ㅁ", 4: "", 5: "", 6: "ㄱ", 7: "ㄹ", 8: "ㄹ", 9: "" };
const LATIN_ENDS = { l: "ㄹ", m: "ㅁ", n: "ㄴ", b: "ㅂ", k: "ㄱ", p: "ㅂ", t: "ㅅ", c: "ㄱ" };
function ending(word) {
  const last = [...String(word).replace(/[^\p{L}\p{N}]+$/u, "")].at(-1) ?? "";
  const code = last.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? "" : final === 8 ? "ㄹ" : "ㅇ";
  }
  return DIGIT_ENDS[last] ?? LATIN_ENDS[last.toLowerCase()] ?? "";
}
const PARTICLES = { "은": ["은", "는"], "이": ["이", "가"], "을": ["을", "를"], "과": ["과", "와"], "으로": ["으로", "로"] };

/** A word with the particle that fits it: josa("곰", "은") is "곰은". */
export function josa(word, particle) {
  const end = ending(word);
  const closed = end !== "" && !(particle === "으로" && end === "ㄹ");
  return word + PARTICLES[particle][closed ? 0 : 1];
}

/**
 * The words for a key. {name} is put in as it is; {name:은} with the particle that fits; {n|one story|# stories} chooses
 * by number, # being the number.
 */
export function say(key, args = {}) {
  const text = words[key];
  if (text === undefined) return key;
  return text.replace(/\{([a-zA-Z]+)(?::([^}|]+))?(?:\|([^}]*))?\}/g, (_, name, particle, forms) => {
    const value = args[name] ?? "";
    if (forms !== undefined) {
      const [one, other = one] = forms.split("|");
      return (plural.select(Number(value)) === "one" ? one : other).replace("#", numbers.format(value));
    }
    const shown = typeof value === "number" ? numbers.format(value) : String(value);
    return particle ? josa(shown, particle) : shown;
  });
}

/** Whether there are words for a key. */
export const known = key => words[key] !== undefined;

/** A number, a date or a length of time as this language writes it. */
export const number = value => numbers.format(value);
export const date = (value, options = { dateStyle: "long" }) => new Intl.DateTimeFormat(language, options).format(new Date(value));

// English without a country is written as most of the world does; dates never begin with the month there.
export const here = navigator.languages.find(each => each.startsWith(`${language}-`)) ?? { en: "en-GB", ko: "ko-KR" }[language];
const shown = (value, options) => new Intl.DateTimeFormat(here, options).format(new Date(value));
const DAY = { year: "numeric", month: "long", day: "numeric" };

/** The time of day as in the browser's country, "short" or with seconds as "medium"; and day and time in full. */
export const time = (value, style = "short") => shown(value, { timeStyle: style });
export const moment = (value, style = "short") => language === "ko"
  ? `${day(value)} ${time(value, style)}`
  : `${day(value)}, ${time(value, style)}`;

/** The day of that moment, with its weekday. */
export const day = value => language === "ko"
  ? `${shown(value, DAY)} (${shown(value, { weekday: "short" })})`
  : shown(value, { ...DAY, weekday: "short" });

/** Who made a story and under which licence; credits as the robot sends them. */
export function byline(credits) {
  const lines = credits.map(([key, value]) => {
    if (key === "author") return say("shell.by", { author: value });
    return key === "license" ? value : `${known(`shell.credit-${key}`) ? say(`shell.credit-${key}`) : key}: ${value}`;
  });
  return lines.join(" · ");
}
