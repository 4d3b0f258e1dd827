import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

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

const catalogues = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /locales\/\w+\.po$/.test(path),
);

/** What ships with the server and stands in plans: templates of goals and steps. */
const templates = '../server/src/plans/templates/data';

describe('the language of the field', () => {
  it('rule_009_no_avoided_term_is_in_a_catalogue', () => {
    expect(catalogues.length).toBeGreaterThan(1);
    const found = catalogues.flatMap((path) => foundIn(path, readFileSync(`src/${path}`, 'utf8')));
    expect(found).toEqual([]);
  });

  it('rule_009_no_avoided_term_is_in_a_template_that_ships', () => {
    const files = readdirSync(templates).filter((file) => file.endsWith('.toml'));
    expect(files.length).toBeGreaterThan(1);
    const found = files.flatMap((file) =>
      readFileSync(`${templates}/${file}`, 'utf8')
        .split('\n')
        .filter((line) => avoided.some((term) => term.test(line)))
        .map((line) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it('rule_009_the_check_finds_an_avoided_term', () => {
    expect(foundIn('x', 'msgid "Rescued"\nmsgstr "The runaway"\n')).toHaveLength(2);
    expect(foundIn('x', 'msgid "Victim compensation"\n')).toEqual([]);
  });
});

function foundIn(path: string, catalogue: string): string[] {
  return catalogue
    .split('\n')
    .filter((line) => /^(msgid|msgstr|")/.test(line))
    .map((line) => line.replace(official, ''))
    .filter((line) => avoided.some((term) => term.test(line)))
    .map((line) => `${path}: ${line}`);
}
