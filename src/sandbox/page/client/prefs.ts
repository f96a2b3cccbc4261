/** What the person chose of the page's looks; remembered by the browser. */
export interface Preferences {
  readonly theme: 'dark' | 'light';
  readonly width: 'desktop' | 'phone';
  readonly panel: 'open' | 'closed';
}

const KEY = 'strata-sandbox';
const DEFAULTS: Preferences = { theme: 'dark', width: 'desktop', panel: 'open' };

/** Gives the remembered preferences; a browser without a memory gives the defaults. */
export function loadPreferences(): Preferences {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const given = typeof known === 'object' && known !== null ? known : {};
    return {
      theme: 'theme' in given && given.theme === 'light' ? 'light' : DEFAULTS.theme,
      width: 'width' in given && given.width === 'phone' ? 'phone' : DEFAULTS.width,
      panel: 'panel' in given && given.panel === 'closed' ? 'closed' : DEFAULTS.panel,
    };
  } catch {
    return DEFAULTS;
  }
}

/** Remembers the preferences, where the browser can. */
export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A private window may refuse; the choice then lasts as long as the page.
  }
}
