// Finding Korean as it is typed: by initial consonants, and by syllables that are not complete yet.
const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const FIRST = 0xac00, LAST = 0xd7a3, FINALS = 28, SYLLABLES = 21 * FINALS;

const syllable = letter => {
  const code = letter.codePointAt(0);
  return code >= FIRST && code <= LAST ? code - FIRST : -1;
};

/** Whether a letter of a text is meant by a typed one: "ㄱ" and "고" mean "곰", too. */
function meant(letter, typed) {
  if (letter === typed) return true;
  const there = syllable(letter);
  if (there < 0) return false;
  if (INITIALS.includes(typed)) return INITIALS[Math.floor(there / SYLLABLES)] === typed;
  const wanted = syllable(typed);
  return wanted >= 0 && wanted % FINALS === 0 && there - (there % FINALS) === wanted;
}

const letters = text => [...text.normalize("NFC").toLocaleLowerCase().replace(/\s+/gu, "")];

/** Whether a text has what was typed in it; spaces and capitals do not count. */
export function finds(text, typed) {
  const there = letters(text);
  const wanted = letters(typed);
  return there.concat("").some((_, i) => wanted.every((letter, j) => i + j < there.length && meant(there[i + j], letter)));
}
