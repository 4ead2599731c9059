/** The number of conversations that need attention before the page's own title, so that it is seen from another tab. */
export class TabTitle {
  #shown = '';

  /** Shows a number; none for zero. What the page itself calls its title meanwhile stays. */
  show(count: number): void {
    const own = this.#own();
    this.#shown = count > 0 ? `(${count}) ` : '';
    const title = `${this.#shown}${own}`;
    if (document.title !== title) document.title = title;
  }

  #own(): string {
    const { title } = document;
    // A page without a title has the number alone.
    if (title === this.#shown.trim()) return '';
    return this.#shown !== '' && title.startsWith(this.#shown) ? title.slice(this.#shown.length) : title;
  }
}
