/** What chance made is numbered in its order of appearance, so that two runs can be compared byte for byte. */
export function numbered(texts: readonly string[]): readonly string[] {
  const numbers = new Map<string, string>();
  const numberOf = (found: string): string => {
    const known = numbers.get(found) ?? `#${numbers.size}`;
    numbers.set(found, known);
    return known;
  };
  return texts.map((text) =>
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/gu, numberOf)
      .replace(/"epoch":"[^"]+"/u, '"epoch":""')
      .replace(/"token":"[^"]+"/u, '"token":""'),
  );
}
