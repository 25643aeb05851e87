import { capital } from "../view/words.ts";
import { chooseTheme, THEMES, useTheme } from "./theme.ts";

const PATHS = {
  system: "M2 3h12v8H2zM5.5 14h5M8 11v3",
  light:
    "M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M13.5 9.5A6 6 0 1 1 6.5 2.5a5 5 0 0 0 7 7z",
};

/** One button that goes round light, dark and system. */
export function ThemeSwitch() {
  const theme = useTheme();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  return (
    <button
      type="button"
      className="icon-button"
      onClick={() => chooseTheme(next)}
      title={`Theme: ${theme}. Switch to ${next}`}
      aria-label={`Theme: ${theme}. Switch to ${next}`}
    >
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
        <path d={PATHS[theme]} />
      </svg>
      <span className="icon-label">{capital(theme)}</span>
    </button>
  );
}
