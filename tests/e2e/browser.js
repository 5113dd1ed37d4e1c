// SPDX-License-Identifier: EUPL-1.2
// One browser for a file of tests: Debian's Chromium without windows, or what CHROMIUM names.
import { chromium } from 'playwright-core';

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page lasts a second: what is compiled well for the next time is compiled in vain.
      '--js-flags=--no-opt --no-maglev --no-flush-bytecode',
    ],
  });
}

export const contextOf = (browser, width, scheme, height = 800) =>
  browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'nl-BE',
    serviceWorkers: 'block',
  });

// Functions for page.evaluate: colours as [red, green, blue, opacity], and their contrast (WCAG
// 2.2, "contrast ratio").
export const colours = `
  window.colourOf = (css) => {
    const numbers = css.match(/[\\d.]+/g).map(Number);
    return numbers.length === 3 ? [...numbers, 1] : numbers;
  };
  window.luminance = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  window.contrast = (one, other) => {
    const [light, dark] = [window.luminance(one), window.luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  // The background at a point: the topmost one that is not transparent.
  window.behind = (x, y) => {
    for (const element of document.elementsFromPoint(x, y)) {
      const colour = window.colourOf(getComputedStyle(element).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };`;
