import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { avoidedIn, said } from './terms';

const catalogues = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /locales\/\w+\.po$/.test(path),
);

/** Everything that the server holds and sends, in whatever kind of file. */
const server = '../server/src';
const files = readdirSync(server, { recursive: true, encoding: 'utf8' });
/** What nobody is shown: the words that are refused themselves, and passwords too common to take. */
const unseen = ['plans/templates/terms.rs', 'accounts/common_words.txt', 'paper/fonts/LICENSE.txt'];
const shown = files.filter(
  (path) =>
    /\.(toml|json|txt|html|rs)$/.test(path) && !/tests\.rs$/.test(path) && !unseen.includes(path),
);

describe('the language of the field', () => {
  it('rule_009_no_avoided_term_is_in_a_catalogue', () => {
    expect(catalogues.length).toBeGreaterThan(1);
    expect(catalogues.flatMap((path) => foundIn(path, `src/${path}`))).toEqual([]);
    expect(foundIn('index.html', 'index.html')).toEqual([]);
  });

  it('rule_009_no_avoided_term_is_in_what_the_server_says', () => {
    expect(shown.flatMap((path) => foundIn(path, `${server}/${path}`))).toEqual([]);
  });

  it('rule_009_the_check_reads_every_file_of_words', () => {
    // A folder that moves would leave nothing to look at, and nothing would be found in it.
    for (const folder of [
      'answers/templates',
      'clocks/data',
      'outbox/templates',
      'plans/copies/words',
      'plans/templates/data',
    ]) {
      const here = shown.filter((path) => path.startsWith(`${folder}/`));
      const words = here.flatMap((path) => said(path, readFileSync(`${server}/${path}`, 'utf8')));
      expect(words.length, folder).toBeGreaterThan(5);
    }
    // It has codes alone; a word in it would be read all the same.
    expect(shown).toContain('observations/data/trafficking.toml');
    expect(unseen.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('rule_009_the_check_finds_an_avoided_term', () => {
    const found = (path: string, text: string) => said(path, text).flatMap(avoidedIn);
    expect(found('x.po', 'msgid "Rescued"\nmsgstr "The runaway"\n')).toHaveLength(2);
    expect(found('x.po', 'msgid "Victim compensation"\n')).toEqual([]);
    expect(found('x.toml', '# the victim\ntitle = "Ask the victim"\nhead = "Client"\n')).toEqual([
      'Ask the victim',
      'Client',
    ]);
    expect(found('x.toml', 'text = """\nThe child\nadmitted it.\n"""\n')).toHaveLength(1);
    expect(found('x.json', '{"a": {"b": "La víctima"}, "victim": "She"}')).toEqual(['La víctima']);
    expect(found('x.html', '<p class="client">Hello</p>\n<p>the client</p>')).toHaveLength(1);
    expect(found('x.txt', 'You have an update.\nAWOL since Tuesday')).toHaveLength(1);
    const code = '/// A client\nlet a = "client"; let b = "The placement \\\n  failed placement.";';
    expect(found('x.rs', code)).toHaveLength(1);
    expect(found('x.rs', '#[cfg(test)]\nmod tests { "the victim said" }')).toEqual([]);
  });
});

function foundIn(path: string, file: string): string[] {
  const lines = said(path, readFileSync(file, 'utf8'));
  return lines.flatMap(avoidedIn).map((text) => `${path}: ${text}`);
}
