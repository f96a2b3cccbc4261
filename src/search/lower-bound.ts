/** Where in values of ascending order the first one stands that is not less than the one wanted: a binary search. */
export function lowerBound<T extends number | string>(
  values: ArrayLike<T>,
  wanted: T,
  from = 0,
  to = values.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
