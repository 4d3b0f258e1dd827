/** Every call to our own server: same origin, the cookie, and the header that a form cannot send. */
export function api(path: string, body: unknown = {}): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-trellis': '1' },
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    body: JSON.stringify(body),
  });
}
