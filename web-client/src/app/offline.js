/** Lets the browser keep the page, so that it can be installed and opened without a network. */

/** The only script address made at run time, and the only one that the policy of Trusted Types lets through. */
const WORKER = new URL('../../service-worker.js', import.meta.url).href;

/** The line belongs to who wants to play first; what is kept is asked for once more, if only whether it changed. */
const KEEP_AFTER_MS = 3_000;

/** @typedef {{ createPolicy: (name: string, rules: { createScriptURL: () => string }) => { createScriptURL: (input: string) => string } }} TrustedTypes */

/** A browser that keeps nothing plays all the same. */
export async function keepPage() {
  await new Promise((resolve) => setTimeout(resolve, KEEP_AFTER_MS));
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (/** @type {unknown} */ (window));
  try {
    const policy = trustedTypes?.createPolicy('trashpong-worker', { createScriptURL: () => WORKER });
    await navigator.serviceWorker?.register(policy?.createScriptURL(WORKER) ?? WORKER);
  } catch {
    // A private window, or an address that is not secure: there is no offline page then.
  }
}
