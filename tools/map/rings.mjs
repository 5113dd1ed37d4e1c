// SPDX-License-Identifier: EUPL-1.2
// The closed lines of an area's path, each a list of points.
export function ringsOf(path) {
  let [x, y] = [0, 0];
  return path
    .split('z')
    .filter(Boolean)
    .map((part) => {
      const numbers = part.match(/-?\d+/g).map(Number);
      const ring = [];
      for (let i = 0; i < numbers.length; i += 2)
        ring.push([(x += numbers[i]), (y += numbers[i + 1])]);
      [x, y] = ring[0];
      return ring;
    });
}
