import { escapeHtml } from "./escape-html.ts";
import { attributeOf, type PageAttribute, type PageStyle, styleOf } from "./page-attribute.ts";

/** Elements that end with their beginning. */
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
/** As the DOM numbers kinds of nodes. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
/** Elements whose text is written as it stands. */
const RAW = new Set(["script", "style"]);

/**
 * A node of a page, as much of the DOM as finding an article takes: texts, and elements in each other. A page of signs
 * and tags alone has as many nodes as letters, so that each is small, and every step from one to the next takes no
 * search.
 */
export type PageNode = PageElement | PageText;

/** The text between two tags: one node, however many signs stand in it. */
export class PageText {
  textContent: string;
  parentNode: PageElement | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;

  constructor(text: string) {
    this.textContent = text;
  }

  get nodeType(): number {
    return TEXT_NODE;
  }

  get TEXT_NODE(): number {
    return TEXT_NODE;
  }

  get nodeName(): string {
    return "#text";
  }

  get childNodes(): readonly PageNode[] {
    return [];
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

/** What an element belongs to: it makes more of them. */
export interface PageMaker {
  createElement(name: string): PageElement;
  /** Puts what a piece of a page says at the end of an element. */
  parseInto(html: string, element: PageElement): void;
}

/** An element with its attributes, between its neighbours. */
export class PageElement {
  readonly localName: string;
  readonly ownerDocument: PageMaker;
  parentNode: PageElement | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;
  readonly #attributes: Map<string, string>;
  /** The elements among its children, once somebody has asked for them. */
  #elements: PageElement[] | undefined;
  /** Whether somebody has asked since one was taken out. */
  #isAsked = false;
  /** Where in the list one was taken out last: the next one stands behind it as a rule. */
  #gap = 0;

  constructor(name: string, maker: PageMaker, attributes: Iterable<readonly [string, string]> = []) {
    this.localName = name.toLowerCase();
    this.ownerDocument = maker;
    this.#attributes = new Map(attributes);
  }

  get nodeType(): number {
    return ELEMENT_NODE;
  }

  get ELEMENT_NODE(): number {
    return ELEMENT_NODE;
  }

  get TEXT_NODE(): number {
    return TEXT_NODE;
  }

  get tagName(): string {
    return this.localName.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  get childNodes(): readonly PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  /** Changes with the page, as in every browser. */
  get children(): readonly PageElement[] {
    this.#elements ??= this.childNodes.filter((node) => node instanceof PageElement);
    this.#isAsked = true;
    return this.#elements;
  }

  get firstElementChild(): PageElement | null {
    let node = this.firstChild;
    while (node instanceof PageText) node = node.nextSibling;
    return node;
  }

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling;
    while (node instanceof PageText) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling;
    while (node instanceof PageText) node = node.previousSibling;
    return node;
  }

  get textContent(): string {
    const texts: string[] = [];
    for (let node = this.firstChild; node !== null; node = following(node, this)) {
      if (node instanceof PageText) texts.push(node.textContent);
    }
    return texts.join("");
  }

  get attributes(): readonly PageAttribute[] {
    return [...this.#attributes].map(([name, value]) => attributeOf(name, value));
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  get className(): string {
    return this.getAttribute("class") ?? "";
  }

  get src(): string {
    return this.getAttribute("src") ?? "";
  }

  get srcset(): string {
    return this.getAttribute("srcset") ?? "";
  }

  get style(): PageStyle {
    return styleOf(this.getAttribute("style") ?? "");
  }

  get innerHTML(): string {
    return this.childNodes.map(htmlOf).join("");
  }

  set innerHTML(html: string) {
    while (this.firstChild !== null) this.firstChild.remove();
    this.ownerDocument.parseInto(html, this);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name.toLowerCase()) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name.toLowerCase());
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name.toLowerCase(), value);
  }

  setAttributeNode({ name, value }: PageAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name.toLowerCase());
  }

  getElementsByTagName(name: string): readonly PageElement[] {
    const wanted = name.toLowerCase();
    return elementsIn(this, ({ localName }) => wanted === "*" || localName === wanted);
  }

  /** Of selectors only lists of names: nobody asks for more. */
  querySelectorAll(names: string): readonly PageElement[] {
    const wanted = new Set(names.split(",").map((name) => name.trim().toLowerCase()));
    return elementsIn(this, ({ localName }) => wanted.has(localName));
  }

  /** At the end, and taken from where it was. */
  appendChild(node: PageNode): PageNode {
    node.remove();
    place(node, { parent: this, previous: this.lastChild, next: null });
    if (node instanceof PageElement) this.#elements?.push(node);
    return node;
  }

  removeChild(node: PageNode): PageNode {
    if (node.parentNode !== this) return node;
    link(this, node.previousSibling, node.nextSibling);
    [node.parentNode, node.previousSibling, node.nextSibling] = [null, null, null];
    if (node instanceof PageElement) this.#takeOut(node);
    return node;
  }

  replaceChild(node: PageNode, old: PageNode): PageNode {
    node.remove();
    const { previousSibling: previous, nextSibling: next } = old;
    this.removeChild(old);
    place(node, { parent: this, previous, next });
    this.#elements = undefined;
    return old;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  /** A list that nobody looks at is not kept up: taking out one after the other would move the rest each time. */
  #takeOut(element: PageElement): void {
    const at = this.#isAsked ? (this.#elements?.indexOf(element, this.#gap) ?? -1) : -1;
    this.#isAsked = false;
    this.#gap = Math.max(0, at);
    if (at < 0) this.#elements = undefined;
    else this.#elements?.splice(at, 1);
  }
}

interface Place {
  readonly parent: PageElement;
  readonly previous: PageNode | null;
  readonly next: PageNode | null;
}

function place(node: PageNode, { parent, previous, next }: Place): void {
  node.parentNode = parent;
  link(parent, previous, node);
  link(parent, node, next);
}

/** Makes two nodes neighbours; null is an end of their parent. */
function link(parent: PageElement, previous: PageNode | null, next: PageNode | null): void {
  if (previous === null) parent.firstChild = next;
  else previous.nextSibling = next;
  if (next === null) parent.lastChild = previous;
  else next.previousSibling = previous;
}

/** What comes after a node in the order of the page, inside of an element: what it holds, then what follows it. */
export function following(node: PageNode, root: PageElement): PageNode | null {
  if (node instanceof PageElement && node.firstChild !== null) return node.firstChild;
  for (let at: PageNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}

/** The elements in an element of which something holds, in the order of the page. */
export function elementsIn(root: PageElement, holds: (element: PageElement) => boolean): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let node = root.firstChild; node !== null; node = following(node, root)) {
    if (node instanceof PageElement && holds(node)) found.push(node);
  }
  return found;
}

function htmlOf(node: PageNode): string {
  if (node instanceof PageText) {
    const isRaw = node.parentNode !== null && RAW.has(node.parentNode.localName);
    return isRaw ? node.textContent : escapeHtml(node.textContent);
  }
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join("");
  const start = `<${node.localName}${attributes}>`;
  return VOID.has(node.localName) ? start : `${start}${node.innerHTML}</${node.localName}>`;
}
