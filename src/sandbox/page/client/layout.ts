/** Whether the panel stands beside the conversation or lies over it. */
import type { Page, Ui } from './page.ts';
import { savePreferences } from './prefs.ts';

const NARROW_PX = 1_200;

/** Whether there is no room for the panel beside the conversation. */
export const isNarrow = ({ preferences }: Ui): boolean => preferences.width === 'phone' || innerWidth <= NARROW_PX;

/** Whether the panel is to be seen. */
export const isPanelOpen = (ui: Ui): boolean => (isNarrow(ui) ? ui.panelOver : ui.preferences.panel === 'open');

/** Opens or closes the panel; beside the conversation the choice is remembered. */
export function showPanel(page: Page, isOpen: boolean): void {
  if (isNarrow(page.ui)) {
    page.set({ panelOver: isOpen });
    return;
  }
  const preferences = { ...page.ui.preferences, panel: isOpen ? ('open' as const) : ('closed' as const) };
  savePreferences(preferences);
  page.set({ preferences });
}
