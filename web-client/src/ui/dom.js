/** Builds elements. Text is only ever text; listeners end with the screen they belong to. */

/**
 * @typedef {object} Props
 * @property {string} [class]
 * @property {string} [text]
 * @property {Readonly<Record<string, (event: any) => void>>} [on] listeners by event
 * @property {Readonly<Record<string, string | number | boolean | null | undefined>>} [attributes] true sets it empty,
 *     false, null and undefined leave it away
 */

/** @typedef {<K extends keyof HTMLElementTagNameMap>(tag: K, props?: Props, children?: readonly (Node | null)[]) => HTMLElementTagNameMap[K]} Build */

/** @param {AbortSignal} signal ends the listeners @returns {Build} */
export function builder(signal) {
  return (tag, props = {}, children = []) => {
    const element = document.createElement(tag);
    if (props.class !== undefined) {
      element.className = props.class;
    }
    if (props.text !== undefined) {
      element.textContent = props.text;
    }
    for (const [name, value] of Object.entries(props.attributes ?? {})) {
      setAttribute(element, name, value);
    }
    for (const [event, listener] of Object.entries(props.on ?? {})) {
      element.addEventListener(event, listener, { signal });
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };
}

/** @param {Element} element @param {string} name @param {string | number | boolean | null | undefined} value */
export function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Changes nothing that is right already, so that screen readers hear of changes only. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** @param {HTMLElement} element @param {boolean} shown */
export function show(element, shown) {
  if (element.hidden === shown) {
    element.hidden = !shown;
  }
}

/**
 * Brings a list in line with its items and keeps the elements of those that stay, so that focus stays too.
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => string} key
 * @param {(item: T) => HTMLElement} create
 */
export function keepList(parent, items, key, create) {
  const old = new Map([...parent.children].map((child) => [child.getAttribute('data-key'), child]));
  items.forEach((item, at) => {
    const name = key(item);
    const element = old.get(name) ?? create(item);
    element.setAttribute('data-key', name);
    old.delete(name);
    const there = parent.children[at] ?? null;
    if (there !== element) {
      parent.insertBefore(element, there);
    }
  });
  old.forEach((element) => element.remove());
}

/** @param {() => void} render @returns {() => void} asks for one render in the next frame, however often it is called */
export function oncePerFrame(render) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        render();
      });
    }
  };
}
