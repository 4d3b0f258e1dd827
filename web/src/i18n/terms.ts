/** Vocabulary 12.12, as patterns over what people read; codes and identifiers are no text. */
const avoided = [
  /child prostitut|teen sex worker|prostituted|prostituta/i,
  /\bjohns?\b|\bclients?\b|\bcustomers?\b|\bclientes?\b/i,
  /\bpimps?\b|\bproxenetas?\b/i,
  /child porn|pornografía infantil/i,
  /\brescue[ds]?\b|\brescat/i,
  /\brun ?aways?\b|\bAWOL\b|on the run\b|chronic runner|\bfugitiv|\bfugad/i,
  /refused services|resistant|non-?compliant|manipulative|promiscuous|promiscu|incumplid/i,
  /engaged in prostitution|survival sex/i,
  /\bvictims?\b|\bvíctimas?\b/i,
  /\bdisclose[ds]?\b|\badmitted\b|\bconfess/i,
  /placement failed|failed placement/i,
];
/**
 * "Victim" is right as a legal status alone: the official name of a service category. The labels
 * of the trafficking types are the framework's (vocabularies 12.12 and 13), and kept.
 */
const official = /Victim compensation|Compensación a víctimas|Pimp-controlled|"Por proxeneta"/g;

/** The text itself where it says what we do not say of a young person; nothing otherwise. */
export function avoidedIn(text: string): string[] {
  const rest = text.replace(official, '');
  return avoided.some((term) => term.test(rest)) ? [text] : [];
}

/** What a file says to people, by its kind. Codes, keys and comments are not read by them. */
export function said(path: string, text: string): string[] {
  switch (path.split('.').pop()) {
    case 'po':
      return text.split('\n').filter((line) => /^(msgid|msgstr|")/.test(line));
    case 'json':
      return valuesOf(JSON.parse(text));
    case 'toml':
      return literals(text.replace(/^\s*#.*$/gm, ''));
    case 'rs':
      return literals(codeOf(text)).filter((literal) => /\p{L} \p{L}/u.test(literal));
    default:
      return text
        .replace(/<style[\s\S]*?<\/style>|<[^>]*>|\{[{%#][\s\S]*?[}%#]\}/g, ' ')
        .split('\n');
  }
}

function valuesOf(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return json && typeof json === 'object' ? Object.values(json).flatMap(valuesOf) : [];
}

/** Rust without its comments and its tests. */
function codeOf(text: string): string {
  const [code = ''] = text.split('#[cfg(test)]\nmod tests {');
  return code.replace(/^\s*\/\/.*$/gm, '');
}

/** Quoted texts; a line that goes on after a backslash is one with the next. */
function literals(text: string): string[] {
  const quoted = text.replace(/'"'/g, '').matchAll(/"""([\s\S]*?)"""|"((?:[^"\\]|\\[\s\S])*)"/g);
  return [...quoted].map(([, long, short]) =>
    (long ?? short ?? '').replace(/\\?\n\s*/g, ' ').trim(),
  );
}
