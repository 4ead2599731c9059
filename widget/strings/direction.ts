/** Lets an element run from right to left while its language does; a page that says its direction itself is followed. */
export const turning = (host: HTMLElement): ((rightToLeft: boolean) => void) => {
  let turned = false;
  return (rightToLeft) => {
    if (rightToLeft === turned || (!turned && getComputedStyle(host).direction === 'rtl')) return;
    turned = rightToLeft;
    if (turned) host.dir = 'rtl';
    else host.removeAttribute('dir');
  };
};
