// A reporter of node's test runner: of each failed test one line of JSON, and nothing of the others.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* failures(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:fail' || data.details?.type === 'suite') continue;
    const error = data.details?.error;
    const said = error?.cause?.message ?? error?.cause ?? error?.message ?? '';
    const lines = String(said).split('\n').slice(0, 12);
    yield `${JSON.stringify({ file: data.file ?? data.name, name: data.name, said: lines })}\n`;
  }
}
