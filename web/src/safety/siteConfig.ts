import * as v from 'valibot';

const DemoSignIn = v.object({
  login: v.string(),
  password: v.string(),
  name: v.string(),
  roles: v.array(v.string()),
});
const SiteConfig = v.object({
  demo: v.fallback(v.boolean(), false),
  demoSignIns: v.fallback(v.array(DemoSignIn), []),
  /** Where the leave control goes: something that nobody asks about. */
  leaveUrl: v.fallback(v.string(), 'about:blank'),
  title: v.fallback(v.string(), 'Notes'),
  idleMinutes: v.fallback(v.pipe(v.number(), v.minValue(3)), 30),
  privacyMinutes: v.fallback(v.pipe(v.number(), v.minValue(1)), 5),
});
/** What the server tells any visitor about this site; no data. */
export type SiteConfig = v.InferOutput<typeof SiteConfig>;

let current: SiteConfig = v.parse(SiteConfig, {});
export const siteConfig = (): SiteConfig => current;

/** Asked once, before the first screen. Without an answer the cautious defaults hold. */
export async function loadSiteConfig(): Promise<void> {
  try {
    const answer = await fetch('/auth/config', { cache: 'no-store', credentials: 'same-origin' });
    if (answer.ok) current = v.parse(SiteConfig, await answer.json());
  } catch {
    // No server, or not our answer: sign-in will say that there is no connection.
  }
  document.title = current.title;
}
