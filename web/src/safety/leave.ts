import { siteConfig } from './siteConfig';

/**
 * Leaves at once: the page is blank before anything else happens, the session is ended by a
 * beacon that outlives the page, and the neutral site takes this page's place in the history,
 * without being told where the visitor came from (rule 121). It does not erase older history.
 */
export function leave(): void {
  blank();
  // A form with unsaved words asks before it is closed; nobody may be asked anything now.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
    capture: true,
  });
  navigator.sendBeacon('/auth/leave');
  window.location.replace(siteConfig().leaveUrl);
}

/** Takes everything off the page. */
export function blank(): void {
  document.body.hidden = true;
  document.body.replaceChildren();
}

/**
 * The browser may keep a picture of a page it leaves, to show it on "back". Ours is kept empty:
 * it is hidden as it goes, and read anew from the server should it come back (rule 124).
 */
export function guardBackForwardCache(): void {
  window.addEventListener('pagehide', () => {
    document.body.hidden = true;
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
    else document.body.hidden = false;
  });
}
