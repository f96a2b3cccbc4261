/** Keeps a conversation at its end while the reader is there, and in place while they read further up. */

const NEAR_PX = 120;
const followed = new WeakSet<Element>();
let isAtEnd = true;

/** Watches a scrolling element; given to Lit's `ref`. */
export function followBottom(element: Element | undefined): void {
  if (!(element instanceof HTMLElement) || followed.has(element)) return;
  followed.add(element);
  watch(element);
}

/** Goes to the end, and stays there as messages come. */
export function goToEnd(): void {
  isAtEnd = true;
  const scroller = document.querySelector<HTMLElement>('.scroller[data-channel]');
  if (scroller !== null) scroller.scrollTop = scroller.scrollHeight;
}

function watch(element: HTMLElement): void {
  let channel = element.dataset.channel;
  isAtEnd = true;
  const settle = () => {
    if (element.dataset.channel !== channel) isAtEnd = true;
    channel = element.dataset.channel;
    if (isAtEnd) element.scrollTop = element.scrollHeight;
  };
  let before = element.scrollTop;
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    // Messages that grow also scroll; only going up is leaving.
    isAtEnd = scrollHeight - clientHeight - scrollTop < NEAR_PX || (isAtEnd && scrollTop >= before);
    before = scrollTop;
  });
  const observer = new ResizeObserver(settle);
  observer.observe(element);
  for (const child of element.children) observer.observe(child);
}
