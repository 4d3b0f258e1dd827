import { api } from '~/gql/api';
import { refresh } from '~/gql/session';

/** Fetches a copy, which can be had once, and gives it to the browser to keep. False: it could not be had. */
export async function download(copy: string, name: string): Promise<boolean> {
  const file = await fetched(copy).catch(() => undefined);
  if (!file?.ok) return false;
  const address = URL.createObjectURL(await file.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then; nothing of it stays in the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return true;
}

async function fetched(copy: string): Promise<Response> {
  const sentAt = performance.now();
  const first = await api('/papers', { copy });
  if (first.status !== 401 || !(await refresh(sentAt))) return first;
  return api('/papers', { copy });
}
